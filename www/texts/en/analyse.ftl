# Analyse.
analyse-title = Analyse
analyse-data = Data
analyse-stage = Analysis
analyse-tasks = What to do
analyse-drop = Drop an impedance spectrum here
analyse-drop-then = It is fitted and tested at once; there is nothing to set.
analyse-more-samples = All samples
analyse-add-sample = Add a sample
task-arc = Arc
task-arc-hint = The study’s protocol: R and C of one arc, and the thickness that follows
task-circuit = Circuit
task-circuit-hint = Fit any equivalent circuit
task-film = Film model
task-film-hint = Film thickness, barrier and reaction: the interphase model itself, fitted
task-kramers-kronig = Kramers-Kronig
task-kramers-kronig-hint = Is the spectrum of one steady, linear cell?
task-relaxation = Relaxation times
task-relaxation-hint = Every process as a peak, without a circuit
task-series = Series
task-series-hint = R, C and the peak through many spectra
task-verdict = Which film?
task-verdict-hint = SEI or anti-SEI, from before and after a redox probe
analyse-sample = Or take a sample
analyse-choose-sample = Choose …
analyse-sample-note = Samples are simulated, with noise of 0.5 % of |Z| on each part. They are not measurements.
analyse-sample-read = { $count ->
    [one] Sample { $name } added.
   *[other] { $count } samples added: { $name }.
  }
sample-growth = Mg at rest for 72 h ({ $count } spectra)
sample-probe = Mg before and after polysulfide (2 spectra)
sample-noise = simulated, { $percent } % noise
sample-format = simulated
sample-mg = Mg at rest
analyse-set = Spectrum to analyse
analyse-truth = Simulated from
truth-film = film
truth-charge-transfer = charge transfer
truth-electrolyte = electrolyte
truth-separator-diffusion = diffusion
truth-pores = pores
analyse-empty-more = BioLogic, Gamry, Zahner, Autolab, ZView and other instruments, spreadsheets and plain tables. Files stay in this browser.
geometry-measured = as measured, per area of the electrode as stated
analyse-fit = fit
analyse-running = Computing …
analyse-progress = Progress
analyse-done = { $done } of { $all }
cancel = Cancel
analyse-cancelled = Cancelled; what is shown is from before.
analyse-again = Start again
analyse-export = Save results
analyse-export-fit = Fit:
analyse-export-spectrum = Spectrum:
analyse-copy = Copy
analyse-copied = The fit is on the clipboard.
analyse-no-clipboard = The browser does not let this page use the clipboard; save the fit as a file instead.

residuals = Residuals
residual-axis = residual, of |Z|
residual-summary = What is left over is at most { $worst } % of |Z|.
residual-patterned = What is left over is not noise: neighbouring points lie on the same side. The model misses something here, and the errors given are too small.

arc-sentence = The arc has { $resistance } and { $capacitance }; it peaks at { $peak }.
arc-open = The arc does not close within these data: how large it is they do not tell.
arc-no-fit = { $name }, not fitted.
arc-handle-low = lower end of the fit range
arc-handle-high = upper end of the fit range
arc-range = Rₛ–(R ‖ CPE) fitted from { $from } to { $to }; the two rings on stems move this range, by hand or with the arrow keys.
arc-automatic = Find the range again
arc-thickness-is = Thickness for εᵣ = { $permittivity }, if all of C is the film’s.{ $geometry ->
    [half] { "" }
    [symmetric] { " " }As in the study, C is that of the whole cell: of its two films in series each would be { $one } thick.
   *[unknown] { " " }If this is a symmetric cell, C is that of two films in series, and each would be half as thick.
  }
arc-no-film = C is too large for a film, which would be thinner than an atom: no thickness follows.
arc-no-film-thick = C is too small for a film, which would be thicker than 0.1 mm: it is that of the cell or of its leads, and no thickness follows.
error-is = ± is one standard error.
arc-series = Series resistance
arc-series-and-faster = Series resistance with faster arcs
arc-exponent = Exponent
arc-kk = Kramers-Kronig
arc-kk-look = Look closer
arc-handle-left = start of the fit: Rₛ, left end of the arc
arc-handle-right = start of the fit: R, right end of the arc
arc-handle-top = start of the fit: frequency and exponent, top of the arc
arc-start = start
arc-start-how = The small rings at the ends and the top of the arc set where the fit starts.
arc-start-is = The fit starts where you set it: Rₛ = { $series }, R = { $resistance }, { $peak }, n = { $exponent }.
arc-start-same = It ends where it ends on its own.
arc-start-worse = It ends in another place, where χ² is { $share } % larger than on its own.
arc-start-better = It ends in a better place: χ² is { $share } % smaller than on its own.
arc-start-from-data = Start from the data
chi-square = Chi-square
chi-reduced = Reduced
chi-modulus = χ² = Σ |Z − Z(fit)|² / |Z|² over the points fitted; ν = 2 × points − free parameters.
chi-proportional = χ² = Σ (ΔZ′ / Z′)² + (ΔZ″ / Z″)² over the points fitted; ν = 2 × points − free parameters.
chi-unit = χ² = Σ |Z − Z(fit)|² over the points fitted, in Ω²·cm⁴; ν = 2 × points − free parameters.
aicc-is = AICc weighs the fit against the number of parameters; lower is better, and only differences count.

circuit = Circuit
circuit-automatic = The best of the candidates, until you type one of your own.
circuit-range = Fitted from { $from } to { $to }, the range set in Arc.
circuit-all-points = Take all points
circuit-hint = As R0-p(R1,CPE1) or R(RQ). Elements: R, C, L, CPE (Q), W, Wo, Ws, G and more. No start is needed.
circuit-rank = Compare candidates
circuit-ranking = Candidates, best first
circuit-results = Parameters
circuit-sentence = { $circuit } fitted to { $name }; what is left over is at most { $worst } % of |Z|.
circuit-arc = { $name }: C, peak
circuit-correlated = { $name } and { $other } can hardly be told apart by these data (correlation { $r }).
weighting = Weighting
weighting-modulus = by |Z|
weighting-proportional = by each part
weighting-unit = none
parameter = Parameter
value = Value
relative-error = Error

film-fit = Fit the interphase model to it
film-fit-pair = Fit the interphase model to both
film-what = What is fitted
film-one = One spectrum
film-pair = Before and after a probe
film-taken-for = Taken for
film-anti-sei = Anti-SEI
film-sei = SEI
film-bare = No film
film-results = The cell as the model has it
film-part = Of the whole cell: { $part }
film-open = Open this cell in Explore
not-known = not known
film-none = The model could not be fitted to these data.
film-misses = On average the best model misses these data by { $share } % of |Z|: this cell has something the model has not.
film-no-film = No film is needed: a bare electrode describes this spectrum as well, with fewer parameters.
film-only-bare = Only a bare electrode could be fitted to these points: whether there is a film they do not tell.
film-one-tie = One spectrum does not tell what crosses the film: an anti-SEI and an SEI describe it equally well (ΔAICc = { $delta }). A second one after a redox probe does.
film-one-better = One spectrum does not tell what crosses the film. That { $kind ->
    [sei] an SEI
   *[anti-sei] an anti-SEI
  } fits this one better (ΔAICc = { $delta }) comes of what the model holds each kind to, such as the tunnelling law: a film of the other kind with the same resistance has the same spectrum. A second one after a redox probe tells.
film-pair-anti-sei = One anti-SEI describes both spectra, an SEI does not: ΔAICc = { $delta }. Electrons come through this film to the probe.
film-pair-sei = One SEI describes both spectra, an anti-SEI does not: ΔAICc = { $delta }. No electrons come through this film to the probe.
film-pair-tie = An anti-SEI and an SEI describe both spectra equally well (ΔAICc = { $delta }): this probe does not tell.
film-anti-sei-is = Electrons tunnel through this film (Simmons); its resistance follows from thickness and barrier.
film-sei-is = Ions cross this film, electrons do not; its barrier cannot be seen.
film-bare-is = A bare electrode with a reaction in solution and a double layer.
film-note = Permittivity and effective mass are not measured: the permittivity is within what the study prints, the effective mass and most else are assumed (see Model). Thickness goes with the permittivity: what is measured is the capacitance.
film-two-electrodes = Both electrodes are taken to be alike.
film-one-electrode = Measured on one electrode.
film-part-half = Of the electrode: { $part }
film-parameter-rateCmPerS = Rate constant
film-parameter-doubleLayerUfPerCm2 = Double-layer capacitance
film-parameter-electrolyteOhmCm2 = Electrolyte
film-parameter-polysulfideResistanceOhmCm2 = Charge transfer of the probe
film-parameter-polysulfideCapacitanceUfPerCm2 = Capacitance the probe adds

kk-word-valid = Valid.
kk-word-suspect = Suspect.
kk-word-invalid = Invalid.
kk-valid = Real and imaginary part agree within the noise: the spectrum can be fitted.
kk-suspect = Something is not quite right; look at the reasons before you fit.
kk-invalid = Real and imaginary part contradict each other: no fit of this spectrum means anything.
kk-none = Not tested yet.
kk-z-hit = From the phase alone the modulus comes out within { $worst } % (Z-HIT); over the lowest decade it differs by { $low } % on average. The method itself errs by up to about 2 %; what is beyond that and the noise says that the cell changed meanwhile.
kk-z-hit-title = Modulus, measured and from the phase (Z-HIT)
kk-z-hit-measured = measured
kk-z-hit-phase = from the phase (Z-HIT)
kk-z-hit-difference = difference
kk-noise = Noise of one part
kk-violation = Contradiction
kk-drift = Drift during the sweep
kk-elements = RC elements
kk-chi = Pseudo chi-square
kk-note = Linear Kramers-Kronig test (after Boukamp 1995 and Schönleber, Klotz, Ivers-Tiffée 2014, but with the number of elements by Akaike’s criterion instead of μ), with the residuals’ runs and an even drift tested besides. Shares are of |Z|.

drt-title = Distribution of relaxation times
drt-tau = time constant
drt-lambda = Smoothness
drt-automatic = Choose λ automatically (generalised cross-validation)
drt-area = Area under all peaks
drt-sentence = { $count ->
    [0] No peak stands out in { $name }.
    [one] One peak in { $name }: { $peaks }.
   *[other] { $count } peaks in { $name }: { $peaks }.
  }
drt-note = Tikhonov regularisation, γ ≥ 0. A small λ splits noise into peaks, a large one melts peaks together: trust what stays over a range of λ.

series-needs = A series needs two spectra or more. Drop several files, or take the sample “Mg at rest for 72 h”.
series-follow = What is followed
series-arc = One arc, as the study
series-circuit = { $circuit }
series-title = Through the series
series-time = time
series-number = spectrum
series-sentence = Over { $count } spectra the resistance goes from { $from } to { $to }.
series-unknown = { $count ->
    [one] The data of one spectrum do not tell the resistance.
   *[other] The data of { $count } spectra do not tell the resistance.
  }
series-no-arc = This circuit has no arc to follow.
series-by-time = In the order of measurement. Bars are one standard error.
series-by-name = In the order of the names, because no time is known for all of them. Bars are one standard error.
series-notes = { $count ->
    [one] One remark
   *[other] { $count } remarks
  }

verdict-needs = Which film it is takes two spectra of one cell, before and after a redox probe such as polysulfide. Drop both, or take the sample.
verdict-before = Before the probe
verdict-after = After the probe
verdict-same = Choose two different spectra.
areas-unlike = The electrode area of { $names } is not known, that of the rest is: their resistances cannot be compared. Type the area beside the spectrum.
verdict-range = { $which }: from { $from } to { $to }, the range set in Arc.
verdict-word-sei = SEI.
verdict-word-anti-sei = Anti-SEI.
verdict-word-undecided = Undecided.
verdict-sei = The arc stayed: no sign that electrons come out of this film.
verdict-anti-sei = The arc fell: electrons come out of this film and reach the probe.
verdict-undecided = These two spectra do not tell.
verdict-none = Two spectra, not compared yet.
verdict-drop = Drop factor
verdict-interval = 95 % interval
verdict-note = ΔAICc is the evidence for the anti-SEI: AICc(SEI: the arc stays) − AICc(anti-SEI: the arc falls at least threefold). It is about these two spectra; a probe that attacks the film would look the same.

behind-eq1 = Eq. 1
behind-peak = peak frequency
behind-thickness = thickness
behind-permittivity = the study’s permittivity
behind-fit = what a fit makes small
behind-cpe = constant-phase element
behind-kk = a chain of RC elements
behind-drt = relaxation times
behind-circuit = the circuit
behind-tunnelling = tunnelling
behind-film-capacitance = the film’s capacitance
behind-reaction = the reaction
