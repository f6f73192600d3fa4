//! Elementary functions of the engine: always `libm`, so that native tests and the browser agree to the bit
//! (the platform's own `exp`, `ln`, `pow` differ in the last place between systems).

pub use libm::{
    atan, atan2, cbrt, cos, cosh, erfc, exp, exp2, expm1, hypot, log as ln, log1p as ln_1p, log2, log10, pow, sin,
    sincos, sinh, sqrt, tan, tanh,
};
