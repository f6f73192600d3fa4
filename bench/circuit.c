/* R(RQ)(RQ) at 10,000 frequencies in strict C with the logarithms of the frequencies at hand: one line, as
   bench/README.md says. */
#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { N = 10000, RUNS = 2000 };

static double w[N], ln_w[N];
static double complex z[N];

static void evaluate(const double *p) {
    const double half_pi = acos(0.0);
    const double complex j1 = cexp(I * half_pi * p[3]), j2 = cexp(I * half_pi * p[6]);
    for (int i = 0; i < N; i++) {
        const double complex y1 = 1.0 / p[1] + p[2] * exp(p[3] * ln_w[i]) * j1;
        const double complex y2 = 1.0 / p[4] + p[5] * exp(p[6] * ln_w[i]) * j2;
        z[i] = p[0] + 1.0 / y1 + 1.0 / y2;
    }
}

static int rising(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
    const double p[7] = {10.0, 50.0, 1e-6, 0.9, 120.0, 2e-4, 0.8};
    static double times[RUNS];
    for (int i = 0; i < N; i++) {
        w[i] = 4.0 * acos(0.0) * 1e-2 * pow(1e8, i / (N - 1.0));
        ln_w[i] = log(w[i]);
    }
    volatile double keep = 0.0;
    for (int run = 0; run < RUNS; run++) {
        const double start = now();
        evaluate(p);
        times[run] = now() - start;
        keep += creal(z[run]);
    }
    qsort(times, RUNS, sizeof *times, rising);
    printf("evaluate\t%e\t%d\n", times[RUNS / 2], RUNS);
    return 0;
}
