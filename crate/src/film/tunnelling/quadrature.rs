//! Global adaptive quadrature with the 7-15 point rule of Gauss and Kronrod, for two integrands at once.

/// Relative error at which to stop, of the first integrand.
const TOLERANCE: f64 = 1e-10;
/// Panels after which to stop in any case.
const MOST_PANELS: usize = 400;

/// Nodes of the Kronrod rule in (0, 1), outermost first; the middle one is 0.
const NODES: [f64; 7] = [
    0.991_455_371_120_812_6,
    0.949_107_912_342_758_5,
    0.864_864_423_359_769_1,
    0.741_531_185_599_394_4,
    0.586_087_235_467_691_1,
    0.405_845_151_377_397_2,
    0.207_784_955_007_898_47,
];
/// Kronrod weights of the nodes, then of the middle.
const KRONROD: [f64; 8] = [
    0.022_935_322_010_529_224,
    0.063_092_092_629_978_55,
    0.104_790_010_322_250_18,
    0.140_653_259_715_525_92,
    0.169_004_726_639_267_9,
    0.190_350_578_064_785_4,
    0.204_432_940_075_298_9,
    0.209_482_141_084_727_83,
];
/// Gauss weights of every second node, then of the middle.
const GAUSS: [f64; 4] =
    [0.129_484_966_168_869_7, 0.279_705_391_489_276_7, 0.381_830_050_505_118_9, 0.417_959_183_673_469_4];

struct Panel {
    from: f64,
    to: f64,
    value: [f64; 2],
    error: f64,
}

/// Integrals of both components of `f` over the panels that `breaks` (ascending) bound.
pub fn integrate(f: impl Fn(f64) -> [f64; 2], breaks: &[f64]) -> [f64; 2] {
    let mut panels: Vec<Panel> = breaks.iter().zip(breaks.iter().skip(1)).map(|(&a, &b)| panel(&f, a, b)).collect();
    loop {
        let total: f64 = panels.iter().map(|p| p.value[0].abs()).sum();
        let error: f64 = panels.iter().map(|p| p.error).sum();
        let worst = panels.iter().enumerate().max_by(|a, b| a.1.error.total_cmp(&b.1.error)).map(|(i, _)| i);
        match worst {
            Some(i) if error > TOLERANCE * total && panels.len() < MOST_PANELS => {
                let p = panels.swap_remove(i);
                let middle = (p.from + p.to) / 2.0;
                panels.push(panel(&f, p.from, middle));
                panels.push(panel(&f, middle, p.to));
            }
            _ => return panels.iter().fold([0.0; 2], |s, p| [s[0] + p.value[0], s[1] + p.value[1]]),
        }
    }
}

fn panel(f: impl Fn(f64) -> [f64; 2], from: f64, to: f64) -> Panel {
    let (middle, half) = ((from + to) / 2.0, (to - from) / 2.0);
    let centre = f(middle);
    let mut value = [KRONROD[7] * centre[0], KRONROD[7] * centre[1]];
    let mut gauss = GAUSS[3] * centre[0];
    for (i, (node, weight)) in NODES.iter().zip(KRONROD).enumerate() {
        let (l, r) = (f(middle - half * node), f(middle + half * node));
        value[0] += weight * (l[0] + r[0]);
        value[1] += weight * (l[1] + r[1]);
        if let Some(w) = GAUSS.get(i / 2).filter(|_| i % 2 == 1) {
            gauss += w * (l[0] + r[0]);
        }
    }
    // The Gauss rule's own error is far above Kronrod's; its 1.5th power is the customary estimate of the latter.
    let scale = (value[0] * half).abs();
    let difference = ((value[0] - gauss) * half).abs();
    let error = if scale > 0.0 {
        {
            let r = 200.0 * difference / scale;
            scale * (r * r * r).sqrt().min(1.0)
        }
    } else {
        0.0
    };
    Panel { from, to, value: [value[0] * half, value[1] * half], error }
}
