"""The same work by impedance.py, pyimpspec and pyDRTtools: one line per case, as bench/README.md says."""

import contextlib
import io
import json
import statistics
import sys
import time
import warnings
from pathlib import Path
from unittest.mock import MagicMock

import numpy as np

warnings.simplefilter("ignore")
GOLDEN = Path(__file__).parent.parent / "tests" / "golden"


def spectrum(everything, one):
    return np.array(everything["f"]), np.array(one["z_re"]) + 1j * np.array(one["z_im"])


def report(program, case, call, seconds=2.0, least=3):
    """Median time of a call: at least `least` calls, and more while `seconds` last, after one that does not count;
    just that one if it takes longer than five seconds."""
    times = []
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            start = time.perf_counter()
            call()
            first = time.perf_counter() - start
            if first > 5.0:
                times, least = [first], 1
            start = time.perf_counter()
            while len(times) < least or (first < 1.0 and time.perf_counter() - start < seconds and len(times) < 2000):
                begin = time.perf_counter()
                call()
                times.append(time.perf_counter() - begin)
    except Exception as error:  # a peer that fails is told, and the others go on
        print(f"{program}: {case} failed: {error}", file=sys.stderr)
        return
    print(f"{program}:{case}\t{statistics.median(times):e}\t{len(times)}", flush=True)


kk = json.loads((GOLDEN / "kk.json").read_text())
drt = json.loads((GOLDEN / "drt.json").read_text())
f_two, z_two = spectrum(kk, kk["spectra"][0])
f_one, z_one = spectrum(drt, drt["cases"][1]["runs"][2])
f_drt, z_drt = spectrum(drt, drt["cases"][2]["runs"][2])
many = np.logspace(-2, 6, 10_000)
values = [10.0, 50.0, 1e-6, 0.9, 120.0, 2e-4, 0.8]


def impedance_py():
    from impedance.models.circuits import CustomCircuit
    from impedance.validation import linKK

    # It builds programs from printed numbers, which NumPy 2 prints as np.float64(...).
    np.set_printoptions(legacy="1.25")
    one, two = "R0-p(R1,CPE1)", "R0-p(R1,CPE1)-p(R2,CPE2)"
    circuit = CustomCircuit(two, initial_guess=values)
    report("impedance.py", "evaluate", lambda: circuit.predict(many, use_initial=True))
    # It needs starting values: within a factor of two of the solution.
    start_one = [8.0, 150.0, 1e-5, 0.9]
    start_two = [8.0, 80.0, 2e-6, 0.85, 80.0, 1e-4, 0.9]
    fit = lambda text, start, f, z: CustomCircuit(text, initial_guess=start).fit(f, z, weight_by_modulus=True)
    report("impedance.py", "fit-one-arc", lambda: fit(one, start_one, f_one, z_one))
    report("impedance.py", "fit-two-arcs", lambda: fit(two, start_two, f_two, z_two))
    report("impedance.py", "kramers-kronig", lambda: linKK(f_two, z_two, c=0.85, max_M=100, fit_type="complex", add_cap=False))


def pyimpspec():
    import pyimpspec

    data = lambda f, z: pyimpspec.DataSet(frequencies=f, impedances=z)
    circuit = pyimpspec.parse_cdc("R{R=10}(R{R=50}Q{Y=1e-6,n=0.9})(R{R=120}Q{Y=2e-4,n=0.8})")
    report("pyimpspec", "evaluate", lambda: circuit.get_impedances(many))
    one, two = pyimpspec.parse_cdc("R(RQ)"), pyimpspec.parse_cdc("R(RQ)(RQ)")
    report("pyimpspec", "fit-one-arc", lambda: pyimpspec.fit_circuit(one, data(f_one, z_one)))
    report("pyimpspec", "fit-two-arcs", lambda: pyimpspec.fit_circuit(two, data(f_two, z_two)))
    report("pyimpspec", "kramers-kronig", lambda: pyimpspec.perform_kramers_kronig_test(data(f_two, z_two), test="complex"))


def py_drt_tools():
    # Its windows are not needed, and their toolkit is large.
    for name in ["PyQt5", "PyQt5.QtCore", "PyQt5.QtGui", "PyQt5.QtWidgets", "matplotlib.backends.backend_qt5agg", "pyDRTtools.GUI", "pyDRTtools.layout"]:
        sys.modules[name] = MagicMock()
    with contextlib.redirect_stdout(io.StringIO()):
        from pyDRTtools import runs

    options = dict(rbf_type="Gaussian", data_used="Combined Re-Im Data", induct_used=0, der_used="1st order", cv_type="GCV")
    entry = lambda: runs.EIS_object(f_drt, z_drt.real.copy(), z_drt.imag.copy())
    report("pyDRTtools", "relaxation-times", lambda: runs.simple_run(entry(), **options))


if __name__ == "__main__":
    for program in (impedance_py, pyimpspec, py_drt_tools):
        try:
            program()
        except Exception as error:
            print(f"{program.__name__} cannot be measured: {error}", file=sys.stderr)
