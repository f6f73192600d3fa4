/**
 * One question to the workers at a time: the answer to the newest one counts, older ones are dropped. A quick question is left to
 * finish, so that a handle that keeps moving still shows answers; one that takes longer than `PATIENCE_MS` is ended.
 */
import type { ReactiveControllerHost } from "lit";
import { alike } from "../../state/remember";

const PATIENCE_MS = 250;
/** How far it is, is told this often: a thousand quick answers need not be a thousand drawings. */
const PROGRESS_MS = 100;

/** An error as the engine throws it, also across a worker. */
export type Refusal = Error & { code?: string; line?: number; column?: number };
type Start<T> = (signal: AbortSignal, progress: (done: number, all: number) => void) => Promise<T>;

export class Work<T> {
  /** The last answer about the present subject; gone when the newest question was refused. */
  value: T | undefined;
  refusal: Refusal | undefined;
  cancelled = false;
  progress: { done: number; all: number } | undefined;

  private subject: readonly unknown[] = [];
  private key: readonly unknown[] = [];
  private current: { stop: AbortController; since: number } | undefined;
  private next: Start<T> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  get running(): boolean {
    return this.current !== undefined;
  }

  /** Asks when `subject` or `key` is another than before; `subject` is all that an old answer must not outlive: the spectra it is about. */
  ask(subject: readonly unknown[], key: readonly unknown[], start: Start<T>): this {
    const about = alike(subject, this.subject);
    if (about && alike(key, this.key)) return this;
    if (!about) {
      this.value = this.refusal = undefined;
      this.subject = subject;
    }
    this.key = key;
    this.cancelled = false;
    this.next = start;
    const { current } = this;
    if (!current) this.begin();
    else {
      const patience = PATIENCE_MS - (performance.now() - current.since);
      setTimeout(() => this.current === current && this.next && current.stop.abort(), Math.max(0, patience));
    }
    return this;
  }

  /** Ends what runs; the last answer stays. `again` starts the same question anew. */
  cancel(): void {
    this.next = undefined;
    this.cancelled = this.running;
    this.current?.stop.abort();
  }
  again(): void {
    this.key = [Symbol()];
    this.host.requestUpdate();
  }

  private begin(): void {
    const start = this.next;
    if (!start) return;
    this.next = undefined;
    const mine = (this.current = { stop: new AbortController(), since: performance.now() });
    const { subject } = this;
    const settle = (take: () => void) => {
      this.current = undefined;
      this.progress = undefined;
      if (!mine.stop.signal.aborted && subject === this.subject) take();
      this.begin();
      this.host.requestUpdate();
    };
    let told = -Infinity;
    const progress = (done: number, all: number) => {
      if (this.current !== mine || mine.stop.signal.aborted) return;
      this.progress = { done, all };
      const now = performance.now();
      if (now - told < PROGRESS_MS) return;
      told = now;
      this.host.requestUpdate();
    };
    start(mine.stop.signal, progress).then(
      (value) => settle(() => {
        this.value = value;
        this.refusal = undefined;
      }),
      (error: unknown) => settle(() => {
        this.value = undefined;
        this.refusal = error instanceof Error ? error : new Error(String(error));
      }),
    );
  }
}
