# Guided lessons. A step has: say (what lies on the bench), ask and a/b/c (the prediction), task, one sentence for every way
# to be not there yet, and explain (shown when the task is done). Numbers in braces come from the engine while the page runs;
# numbers written out are printed in the study, at the place named.

lessons-title = Lessons
lessons-lead = Short guided experiments with a simulated cell. Predict, move, see, explain. Nothing you do is stored or sent: your progress is in the link.
lessons-minutes = { $minutes } min
lessons-steps-done = { $done } of { $steps } steps done
lessons-start = Start
lessons-continue = Continue
lessons-again = Do it again
lessons-all = All lessons
lessons-teacher = For teachers
lessons-mystery = Mystery cell
lessons-step = Step { $step } of { $steps }
lessons-predict = Predict
lessons-move = Move
lessons-see = See
lessons-explain = Explain
lessons-equation = The equation behind it
lessons-predict-first = Choose what you expect. Nobody counts wrong guesses.
lessons-prediction-right = Your prediction was right: { $choice }
lessons-prediction-wrong = You expected: { $choice } What the bench shows: { $right }
lessons-prediction-none = What the bench shows: { $right }
lessons-task-done = Done.
lessons-not-yet = Not yet.
lessons-reset = Back to the start of this step
lessons-show-solution = Show one way
lessons-next = Next step
lessons-previous = Step before
lessons-next-lesson = Next lesson: { $title }
lessons-finished = All steps of this lesson are done.
lessons-locked = Fixed in this step
lessons-copy-link = Copy the link
lessons-copied = The link is on the clipboard.
lessons-copy-failed = The browser does not let this page use the clipboard. Select the link and copy it.
lessons-symmetric = Numbers are those of the symmetric cell.
lessons-electrode = Numbers are those of one electrode.
lessons-curve-arc = arc
lessons-curve-ghost = start of the step
lessons-curve-mg = Mg cell
lessons-curve-yours = your film
lessons-curve-reference = the study’s film
lessons-curve-before = before polysulfide
lessons-curve-data = data with noise
lessons-curve-fit = fit
lessons-curve-line = d = ε₀εᵣ / C
lessons-curve-tem-low = TEM, 7 nm (Fig. 3k)
lessons-curve-tem-high = TEM, 10 nm (Fig. 3k)
lessons-curve-stripping = stripping
lessons-curve-plating = plating
lessons-curve-paper-plating = plating in the study (Fig. 4b)
lessons-curve-paper-stripping = stripping in the study (Results)
lessons-axis-capacitance = capacitance
lessons-axis-thickness = film thickness
lessons-axis-time = time
lessons-axis-overpotential = overpotential
lessons-axis-current = current density
lessons-nyquist-summary = An arc from { $left } to { $right } on the real axis, { $height } high.
lessons-bode-summary = The size of the impedance falls from { $right } at low frequency to { $left } at high frequency.
lessons-chart-summary = { $y } against { $x }.

# Readings
lessons-read-left = arc begins at
lessons-read-right = arc ends at
lessons-read-height = height
lessons-read-flatness = height over width
lessons-read-markerRe = Z′ at the mark
lessons-read-markerIm = −Z″ at the mark
lessons-read-peak = peak frequency
lessons-read-arc = arc resistance R
lessons-read-capacitance = capacitance C (Eq. 1)
lessons-read-exponent = exponent P
lessons-read-thickness = film thickness d
lessons-read-electrode = capacitance of one electrode
lessons-read-electrodeThickness = thickness from one electrode
lessons-read-te = carried by electrons, tₑ
lessons-read-film = film
lessons-read-filmPeak = peak of the film’s arc
lessons-read-transfer = charge transfer
lessons-read-total = film and reaction
lessons-read-apart = largest distance from the study’s film
lessons-read-before = arc before polysulfide
lessons-read-drop = before over after
lessons-read-pores = electrolyte in the pores
lessons-read-poreShare = share of the arc
lessons-read-truth = true R
lessons-read-vague = error bar of R
lessons-read-off = distance from the truth
lessons-read-sigmas = distance in error bars
lessons-read-chi = reduced χ²
lessons-read-grown = growth during the sweep
lessons-read-residual = largest residual
lessons-read-minutes = duration of the sweep
lessons-read-uncracked = drop if the film never cracked
lessons-read-stripBefore = stripping, before
lessons-read-stripAfter = stripping, after
lessons-read-activation = activation after
lessons-read-charge = charge until then
lessons-read-plating = plating
lessons-read-asymmetry = plating over stripping
lessons-read-current = current density

# Controls
lessons-control-rs = Electrolyte
lessons-control-r = Resistance
lessons-control-c = Capacitance
lessons-control-f = Marked frequency
lessons-control-t = CPE coefficient
lessons-control-p = CPE exponent
lessons-control-eps = Permittivity
lessons-control-low = Lowest frequency fitted
lessons-control-high = Highest frequency fitted
lessons-control-rate = Growth of R
lessons-control-lowest = Lowest frequency measured
lessons-control-activeShare = Active sites
lessons-control-ionicResistanceOhmCm2 = Film, to ions
lessons-control-fixedResistanceOhmCm2 = Film, to electrons
lessons-control-electronicTransference = Share of electrons
lessons-control-polysulfideMolPerL = Polysulfide added
lessons-control-porousNm = Porous film
lessons-control-porosity = Porosity
lessons-control-tortuosity = Tortuosity
lessons-control-current = Current density
lessons-control-time = Time marked

## 1 What an arc is
lesson-arc-title = What an arc is
lesson-arc-aim = Read a Nyquist plot: where the arc begins, where it ends, and where its frequencies are.
lesson-arc-mistakes = Students read frequency from left to right, as on any other axis. On a Nyquist plot frequency falls from left to right and is not on any axis: let them say it aloud at step 3. Many also take the right end of the arc for its resistance and forget the electrolyte before it (step 2 catches this and says so).

lesson-arc-1-say = A small alternating voltage is applied to a cell at many frequencies. Each point of the plot is the answer at one of them: to the right the part of the impedance that is in step with the voltage (Z′), upwards the part that lags behind (−Z″). This cell has an electrolyte, then a reaction beside a capacitance.
lesson-arc-1-ask = The electrolyte gets more resistive. What will the arc do?
lesson-arc-1-a = It moves to the right and keeps its size.
lesson-arc-1-b = It becomes wider.
lesson-arc-1-c = It becomes higher.
lesson-arc-1-task = Make the arc begin at 50 Ω·cm².
lesson-arc-1-low = The arc begins at { $left }: the electrolyte must resist more.
lesson-arc-1-high = The arc begins at { $left }: the electrolyte must resist less.
lesson-arc-1-explain = At the highest frequencies the capacitance passes the current freely, as if the reaction were not there. Only the electrolyte is left, and it is in series with everything: the whole arc slides by its resistance. That is why the left end of an arc is read as the resistance of the electrolyte.

lesson-arc-2-say = Now the reaction. Its resistance stands beside the capacitance of the surface: current can take either way.
lesson-arc-2-ask = The resistance of the reaction is doubled. What will the arc do?
lesson-arc-2-a = It becomes twice as wide and keeps its height.
lesson-arc-2-b = It becomes twice as wide and twice as high.
lesson-arc-2-c = It moves to the right and keeps its size.
lesson-arc-2-task = Make the arc end at 300 Ω·cm². The electrolyte stays at 50.
lesson-arc-2-low = The arc ends at { $right }: the reaction must resist more.
lesson-arc-2-high = The arc ends at { $right }: the reaction must resist less.
lesson-arc-2-width = Your arc is 300 Ω·cm² wide, but it begins at { $left } and so ends at { $right }. The end is the sum.
lesson-arc-2-explain = The arc is a half circle whose diameter is R: width R, height half of it. It runs from { $left } to { $right }, so the reaction has the difference of the two. The right end is electrolyte and reaction together.

lesson-arc-3-say = A Nyquist plot hides the frequencies. Here one of them is marked, in both plots: the Bode plot has the frequency as its axis.
lesson-arc-3-ask = Where on the arc are the high frequencies?
lesson-arc-3-a = At the left end.
lesson-arc-3-b = At the right end.
lesson-arc-3-c = At the top.
lesson-arc-3-task = Move the mark to the top of the arc.
lesson-arc-3-low = The mark is on the right flank, at { $markerRe }: the frequency is too low.
lesson-arc-3-high = The mark is on the left flank, at { $markerRe }: the frequency is too high.
lesson-arc-3-explain = The top is at { $peak }. There resistance and capacitance carry equal currents. Above it the capacitance carries more and the point walks left, below it the resistance carries more and the point walks right. This peak frequency is the second thing to read off an arc, after its width.

lesson-arc-4-say = Every measurement ends somewhere. This one ends at 20 mHz, where the study’s spectra end too (Experimental details).
lesson-arc-4-ask = A reaction is so slow that the top of its arc lies below 20 mHz. What do you see?
lesson-arc-4-a = A full arc, only larger.
lesson-arc-4-b = Only its left flank: a line that still climbs.
lesson-arc-4-c = Nothing at all.
lesson-arc-4-task = Make the top of the arc leave the measurement.
lesson-arc-4-low = The top is still inside, the arc bends over. The reaction must resist more.
lesson-arc-4-explain = What is left looks like a blocking electrode, and nobody can tell from this piece alone where the arc would end. Lesson 8 asks how much of an arc one needs to believe its resistance.

## 2 R, C and the peak
lesson-peak-title = R, C and the peak
lesson-peak-aim = Connect resistance, capacitance and peak frequency, and say from a growing arc which of the two grew.
lesson-peak-mistakes = Students expect a larger capacitance to give a larger arc. It does not change the arc’s size at all, only how fast it is run through. At step 2 many move one slider and give up: two are needed. At step 3 let them read C before and after: it stays, and that is the observation the study builds on.

lesson-peak-1-say = This arc has { $arc } and { $capacitance }, the numbers of a fresh magnesium cell in the study (Fig. 2a, b). Its peak is at { $peak }.
lesson-peak-1-ask = The capacitance is doubled, the resistance stays. What changes?
lesson-peak-1-a = The arc becomes larger.
lesson-peak-1-b = The arc looks the same, its peak frequency is halved.
lesson-peak-1-c = The arc becomes flatter.
lesson-peak-1-task = Bring the peak frequency below 0.1 Hz without changing the resistance.
lesson-peak-1-high = The peak is at { $peak }. A larger capacitance takes longer to charge.
lesson-peak-1-explain = f = 1/(2πRC): here { $arc } and { $capacitance } give { $peak }. In the Nyquist plot only the points have moved along the same circle. The Bode plot shows the shift at once.

lesson-peak-2-say = Both can be moved now. The start of this step stays as a pale curve.
lesson-peak-2-ask = The resistance grows five times. What must the capacitance do if the peak frequency is to stay?
lesson-peak-2-a = Grow five times too.
lesson-peak-2-b = Fall to a fifth.
lesson-peak-2-c = Stay as it is.
lesson-peak-2-task = Make the arc at least 200 kΩ·cm² wide and keep the peak at 0.234 Hz.
lesson-peak-2-small = The arc is { $arc } wide: more resistance first.
lesson-peak-2-slow = The arc is wide enough, but the peak is at { $peak }: too slow. Less capacitance.
lesson-peak-2-fast = The arc is wide enough, but the peak is at { $peak }: too fast. More capacitance.
lesson-peak-2-explain = The product RC sets the frequency, the resistance alone the size. So an arc that grows at a constant frequency has a capacitance that falls; an arc that grows while its frequency falls in step has a constant one. Two readings, two unknowns.

lesson-peak-3-say = This is the study’s magnesium cell as the engine simulates it. The slider takes away sites where the surface can react.
lesson-peak-3-ask = In the study the arc grew from 40 to 400 kΩ·cm² in 20 hours and its peak frequency fell in step (Fig. 2b). What grew?
lesson-peak-3-a = The resistance only.
lesson-peak-3-b = The capacitance only.
lesson-peak-3-c = Both.
lesson-peak-3-task = Make the arc 400 kΩ·cm² (within 5 %) and watch the capacitance.
lesson-peak-3-low = The arc has { $arc }. Fewer sites resist more.
lesson-peak-3-high = The arc has { $arc }: too few sites are left.
lesson-peak-3-explain = R has become { $arc }, C is { $capacitance }, the peak has come down to { $peak }. The study reads the constant capacitance as a surface that stays as it is while reaction sites disappear from it. That is the study’s reading; lesson 10 tests another one.

## 3 Depressed arcs
lesson-depressed-title = Depressed arcs and Eq. 1
lesson-depressed-aim = Use a constant-phase element with care: T is not a capacitance, and Eq. 1 needs R.
lesson-depressed-mistakes = Students call T “the capacitance”. Its unit says no: it has a power of a second in it. Step 2 is the one to discuss: with P below 1 a growing R makes Eq. 1’s capacitance grow although nothing on the surface changed. In step 3 some look for 17 µF·cm⁻² and are surprised; so were we.

lesson-depressed-1-say = Real arcs are flatter than a half circle. The usual description is a constant-phase element with a coefficient T and an exponent P in the place of the capacitance.
lesson-depressed-1-ask = The exponent goes from 1 to 0.8. What happens to the arc?
lesson-depressed-1-a = It becomes lower and keeps its width.
lesson-depressed-1-b = It becomes narrower and keeps its height.
lesson-depressed-1-c = It keeps its shape, only its frequencies change.
lesson-depressed-1-task = Make the arc 0.40 times as high as it is wide. A half circle has 0.50.
lesson-depressed-1-low = Height over width is { $flatness }: too flat.
lesson-depressed-1-high = Height over width is { $flatness }: still too round.
lesson-depressed-1-explain = The arc is part of a circle whose centre lies below the axis. The resistance is still the width. The study calls its arcs “slightly deformed” (Results) and fits R and a CPE to them.

lesson-depressed-2-say = For an arc with a CPE the study computes a capacitance with its Eq. 1, from T, P and the resistance of the arc: R enters with the power (1 − P)/P.
lesson-depressed-2-ask = T and P stay, the resistance grows ten times, P is 0.8. What does Eq. 1 say of the capacitance?
lesson-depressed-2-a = It stays.
lesson-depressed-2-b = It grows.
lesson-depressed-2-c = It falls.
lesson-depressed-2-task = Double Eq. 1’s capacitance by moving the resistance alone.
lesson-depressed-2-low = Eq. 1 gives { $capacitance }, less than twice the start.
lesson-depressed-2-high = Eq. 1 gives { $capacitance }, more than twice the start.
lesson-depressed-2-explain = At P = 0.8 it took a sixteen-fold resistance, because the power of R is a quarter. The closer P is to 1 the weaker this is. So a capacitance that creeps up while an arc grows may be the surface changing, or only Eq. 1. Look at P before you decide.

lesson-depressed-3-say = The operando cell of the study showed 180 kΩ·cm² with a peak at 250 mHz (Fig. 5g).
lesson-depressed-3-ask = Which capacitance belongs to these two numbers?
lesson-depressed-3-a = About 17 µF·cm⁻², as in Fig. 2b.
lesson-depressed-3-b = About 36 µF·cm⁻², as after 72 h.
lesson-depressed-3-c = About 3.5 µF·cm⁻².
lesson-depressed-3-task = Move T until the arc peaks at 250 mHz.
lesson-depressed-3-low = The peak is at { $peak }: too slow. Less T.
lesson-depressed-3-high = The peak is at { $peak }: too fast. More T.
lesson-depressed-3-explain = { $arc } at { $peak } is { $capacitance }, a good deal less than the 17 µF·cm⁻² of Fig. 2b. The two cells were built differently, lean and flooded; the study does not comment on the difference. Peak and width together always give the capacitance: use it to check a number that you are told.

## 4 SEI or not
lesson-who-title = SEI or not: who carries the current
lesson-who-aim = Say what makes a film an SEI or an “anti-SEI”, and see that a spectrum at open circuit cannot tell.
lesson-who-mistakes = Students think the larger resistance counts. In parallel the smaller one does. At step 2 some try to move the locked slider to the same numbers as the study’s film: the point is to cover the curve with the electrons blocked. Stress that the two films are opposite in nature and equal in the plot.

lesson-who-1-say = A compact film lies between metal and electrolyte. Ions and electrons can cross it side by side. The study puts the ions of its magnesium film in the MΩ·cm² range and the electrons at a few kΩ·cm² at most (Discussion).
lesson-who-1-ask = Two ways side by side, one of 1 MΩ·cm² and one of 2 kΩ·cm². Which one sets the resistance of the film?
lesson-who-1-a = The larger one.
lesson-who-1-b = The smaller one.
lesson-who-1-c = The sum of both.
lesson-who-1-task = Make ions carry more than half of the current through this film.
lesson-who-1-high = Electrons still carry { $te } of the current. The ions need an easier way.
lesson-who-1-explain = Now electrons carry only { $te }. Where ions carry the current and electrons do not, the film is an SEI: it conducts ions and protects the metal from giving its electrons away. Where electrons carry it and ions do not, the study speaks of an anti-SEI: metal can be plated on top of it.

lesson-who-2-say = The solid curve is the study’s film: electrons 2 kΩ·cm², ions 1 MΩ·cm². The other one is yours. Its electrons are blocked: an SEI.
lesson-who-2-ask = Can a spectrum at open circuit tell which of the two a film is?
lesson-who-2-a = Yes, by the width of its arc.
lesson-who-2-b = Yes, by its peak frequency.
lesson-who-2-c = No.
lesson-who-2-task = Move the ions until your film covers the study’s (within 2 % at every frequency).
lesson-who-2-low = The curves are { $apart } apart. Your film resists less than the study’s.
lesson-who-2-high = The curves are { $apart } apart. Your film resists more than the study’s.
lesson-who-2-explain = The two curves differ by { $apart } at most, although in one film electrons carry everything and in the other ions do. In this circuit exchanging the two gives the same spectrum to the last digit. This is the heart of the study: impedance at rest measures how much a film resists, not who gets through. Another experiment has to decide.

lesson-who-3-say = Lithium has the textbook SEI. In the study its arc was 75 Ω·cm² and rose to 150 (Fig. 2c, d). Read as those of the cell, that is 37 to 75 Ω·cm² for each of two films, carried by ions. Here is the magnesium film again.
lesson-who-3-ask = You turn this film into lithium’s. What happens to the arc of this magnesium cell?
lesson-who-3-a = It falls to about 100 Ω·cm².
lesson-who-3-b = It grows.
lesson-who-3-c = It hardly changes.
lesson-who-3-task = Give the film 37 to 75 Ω·cm² for ions and block the electrons (1 MΩ·cm² or more).
lesson-who-3-leaky = Electrons still get through: tₑ is { $te }. Their way needs 1 MΩ·cm² or more.
lesson-who-3-ions = Electrons are blocked. Now the ions: 37 to 75 Ω·cm² in one film.
lesson-who-3-explain = The films have { $film } now, the reaction on them still { $transfer }, so the arc is { $total }. On magnesium the charge transfer is not small, unlike on lithium. The factor of about 1000 between the two arcs (Results) says that magnesium reacts slowly; it does not by itself say that its film is thick or that it is no SEI.

## 5 Polysulfide
lesson-probe-title = Why adding polysulfide tells
lesson-probe-aim = See how a reaction that needs electrons at the outer surface shows who crosses the film.
lesson-probe-mistakes = Students expect the added species to dissolve or break the film. Ask what it would need to react: electrons, at the outer surface. Some expect “more ions, less resistance”. Step 2 shows why the control on an SEI matters: no answer there is as telling as the drop here.

lesson-probe-1-say = The operando cell after an hour at rest: { $before } (the study prints 400 kΩ·cm², Fig. 5g). Polysulfide is a dissolved species that takes up and gives off electrons easily. It is now added to the electrolyte; the film stays untouched.
lesson-probe-1-ask = The film lets electrons through. What will the arc do?
lesson-probe-1-a = Grow: more species clog the film.
lesson-probe-1-b = Fall to a small part.
lesson-probe-1-c = Stay as it is.
lesson-probe-1-task = Add polysulfide until the arc is less than a hundredth of what it was.
lesson-probe-1-low = The arc is { $total }, { $before } before: a factor of { $drop }. Add more.
lesson-probe-1-explain = From { $before } to { $total }: a factor of { $drop }, with the peak at { $peak }. The study prints about 2.5 kΩ·cm², a peak between 3 and 12 Hz and a “100-fold” decrease (Fig. 5h). The magnesium reacts as slowly as before, but there is now a second reaction beside it that is fast, and electrons reach it through the film.

lesson-probe-2-say = The same cell, the same arc at rest. But here ions carry the current and electrons are blocked: a classic SEI.
lesson-probe-2-ask = Polysulfide is added. What will the arc do?
lesson-probe-2-a = Fall just the same.
lesson-probe-2-b = Fall, but less.
lesson-probe-2-c = Stay as it is.
lesson-probe-2-task = Add all of the polysulfide, 0.1 mol/L, and try to make the arc smaller.
lesson-probe-2-low = Not all of it is in yet; the factor is { $drop } so far.
lesson-probe-2-explain = The factor is { $drop }. The fast reaction is there, but it needs electrons and none come through the film. Equal spectra before, opposite answers after: the experiment has decided.

lesson-probe-3-say = Films need not be one or the other. The slider shares the same conductance between ions and electrons; polysulfide is in the cell. You start at the SEI.
lesson-probe-3-ask = Half of the film’s conductance is given to electrons. Is there a drop?
lesson-probe-3-a = Yes, a large one.
lesson-probe-3-b = No, it needs all of it.
lesson-probe-3-c = Yes, exactly half of the full one.
lesson-probe-3-task = Find a film that gives a drop of more than 100.
lesson-probe-3-none = The factor is { $drop }: practically no electron comes through. Move towards the anti-SEI.
lesson-probe-3-some = The factor is { $drop }: electrons come through, but not easily enough yet.
lesson-probe-3-explain = At tₑ = { $te } the factor is { $drop }. A small share of electrons is enough for a large drop, because the film’s own resistance is small beside the reaction’s. A drop says that electrons can cross. It does not say that ions cannot: that part of the study rests on the slow corrosion and on stripping (lesson 7).

## 6 Thickness
lesson-thickness-title = How thick is the film?
lesson-thickness-aim = Turn a capacitance into a thickness, and explain why impedance, TEM and FIB-SEM do not agree.
lesson-thickness-mistakes = Students invert the relation: a larger capacitance is a thinner film. Step 2 is a real disagreement in a real study, not a trick: let the class find which number would have to change. In step 3 many halve instead of double (capacitors in series).

lesson-thickness-1-say = A film between metal and electrolyte is a capacitor: C = ε₀εᵣ/d. The study takes εᵣ = 10 (Results).
lesson-thickness-1-ask = The arc of the magnesium cell has 17 µF·cm⁻². How thick is the film by this formula?
lesson-thickness-1-a = About 0.5 nm.
lesson-thickness-1-b = About 8 nm.
lesson-thickness-1-c = About 300 nm.
lesson-thickness-1-task = Which capacitance would a film of 8 nm have? Make it 8 nm.
lesson-thickness-1-low = The thickness is { $thickness }: too thin. A thinner film holds more charge, not less.
lesson-thickness-1-high = The thickness is { $thickness }: too thick.
lesson-thickness-1-explain = { $thickness } takes { $capacitance }. The measured 17 µF·cm⁻² make half a nanometre, barely more than one layer of atoms (the study prints 0.5 nm, and 2 nm for lithium at 4 µF·cm⁻²).

lesson-thickness-2-say = The electron microscope shows a compact film of 7 to 10 nm (Fig. 3k, the two lines). The study combines this with “the capacitance obtained from EIS” and finds εᵣ from 4.8 to 6.9. Let us do it too, with its 17 µF·cm⁻².
lesson-thickness-2-ask = Which permittivity will bring 17 µF·cm⁻² and 7 to 10 nm together?
lesson-thickness-2-a = About 5.
lesson-thickness-2-b = About 10.
lesson-thickness-2-c = Well over 100.
lesson-thickness-2-task = Move the permittivity until the film is 7 to 10 nm thick.
lesson-thickness-2-low = The film is { $thickness } thick: not yet in the microscope’s range.
lesson-thickness-2-high = The film is { $thickness } thick: beyond the microscope’s range.
lesson-thickness-2-explain = No film of magnesium oxide has such a permittivity (the study itself says MgO has about 10). The printed 4.8 to 6.9 fit a capacitance near that of step 1, about a thirtieth of the 17 µF·cm⁻². So either the measured capacitance is not the film’s, or the microscope’s layer is not what impedance sees. A capacitance of this size is what the surface’s double layer has; then it says nothing about the thickness of the film.

lesson-thickness-3-say = One more question before a thickness is printed: whose capacitance is it? A symmetric cell has two equal electrodes in series.
lesson-thickness-3-ask = The cell has 17 µF·cm⁻². How much does one electrode have?
lesson-thickness-3-a = Half of it.
lesson-thickness-3-b = The same.
lesson-thickness-3-c = Twice as much.
lesson-thickness-3-task = Find the capacitance of the cell at which one electrode has 17 µF·cm⁻².
lesson-thickness-3-low = One electrode has { $electrode }: too little.
lesson-thickness-3-high = One electrode has { $electrode }: too much.
lesson-thickness-3-explain = Two capacitors in series have half the capacitance of one, so one electrode has { $electrode } when the cell has half of that. The study does not say which it prints. Read as the cell’s, 17 µF·cm⁻² would be 34 of one electrode and the film thinner still: the factor of two makes the disagreement larger.

lesson-thickness-4-say = After 72 h a cross-section shows a porous film of about 300 nm (Fig. 3b). Its pores are full of electrolyte. Now it has { $pores } in a cell whose arc is { $total }.
lesson-thickness-4-ask = How does this thick layer appear in the spectrum?
lesson-thickness-4-a = As most of the arc.
lesson-thickness-4-b = As a second arc of a few kΩ·cm².
lesson-thickness-4-c = Practically not at all.
lesson-thickness-4-task = Make the pores as bad as you can: at least 50 Ω·cm² of electrolyte in them.
lesson-thickness-4-low = The pores have { $pores }. Thicker, tighter, more winding.
lesson-thickness-4-explain = Even now the pores are { $poreShare } of the arc. A layer that liquid fills conducts like the liquid, however thick it looks. So three methods see three things: impedance at most the compact film, TEM the same film on a chosen spot, FIB-SEM the porous one.

## 7 Stripping and plating
lesson-strip-title = Stripping against plating
lesson-strip-aim = See why metal leaves an anti-SEI only through cracks and arrives on top of it.
lesson-strip-mistakes = Students multiply resistance and current and do not stop at hundreds of volts: ask whether the instrument could do that. They also expect the activation to come after a fixed charge; in the study it comes after a fixed time. The overpotentials are against a magnesium reference that the authors themselves do not trust to 10 mV.

lesson-strip-1-say = A film with 1 MΩ·cm² for ions, as the study estimates it (Discussion). To strip, magnesium ions must leave through it.
lesson-strip-1-ask = Which voltage would drive 0.3 mA·cm⁻² through this film as it is?
lesson-strip-1-a = About 0.3 V.
lesson-strip-1-b = About 30 V.
lesson-strip-1-c = About 300 V.
lesson-strip-1-task = Find a current density at which an uncracked film would need less than 1 V.
lesson-strip-1-high = At { $current } the film would need { $uncracked }.
lesson-strip-1-explain = { $current } would need { $uncracked }; the study ran 0.3 to 10 mA·cm⁻². What it measured was about 500 mV before and much less after the “activation” (Fig. 4a). So the film does not conduct the ions: it breaks, and most of the breaking happens too early to be seen.

lesson-strip-2-say = Stripping at a constant current: the overpotential starts near 500 mV and drops when the film opens. The mark is a time that you can move.
lesson-strip-2-ask = The current is made ten times larger. When does the drop come?
lesson-strip-2-a = Ten times earlier: after the same charge.
lesson-strip-2-b = At about the same time: after ten times the charge.
lesson-strip-2-c = Later.
lesson-strip-2-task = Put the mark where the overpotential has fallen halfway, at 3 mA·cm⁻² or more.
lesson-strip-2-current = The mark may be right, but the current is { $current }. Make it 3 mA·cm⁻² or more.
lesson-strip-2-early = At the mark the drop has not come yet; it comes later.
lesson-strip-2-late = At the mark the drop is over; it came earlier.
lesson-strip-2-explain = The drop comes after { $activation }, whatever the current; by then { $charge } have passed. The study finds 0.5 to 1.5 h at every current (Fig. 4b) and gives no explanation for it. The engine takes the time as given and the growth of cracks as logistic: that is our model, not the study’s.

lesson-strip-3-say = Plating at a constant current needs no crack: electrons cross the film and the metal grows on top of it.
lesson-strip-3-ask = From 0.3 to 3 mA·cm⁻² the current grows ten times. What does the plating overpotential do?
lesson-strip-3-a = It grows ten times.
lesson-strip-3-b = It doubles.
lesson-strip-3-c = It hardly changes.
lesson-strip-3-task = Find a current at which plating needs more than 700 mV.
lesson-strip-3-low = At { $current } plating needs { $plating }.
lesson-strip-3-explain = Only at { $current } it is { $plating }. The study prints about 550 mV at 0.3, 1 and 3 and 800 mV at 10 mA·cm⁻² (Fig. 4b), and no activation. A plain resistance would have grown with the current; the study points to a reaction of several steps and, at 10 mA·cm⁻², to slow transport.

lesson-strip-4-say = Both directions at the same current, after activation.
lesson-strip-4-ask = Which needs more voltage, plating or stripping?
lesson-strip-4-a = Both the same.
lesson-strip-4-b = Plating.
lesson-strip-4-c = Stripping.
lesson-strip-4-task = Find a current at which plating needs at least five times the voltage of stripping.
lesson-strip-4-low = At { $current } it is { $asymmetry } times.
lesson-strip-4-explain = At { $current } plating needs { $plating } and stripping { $stripAfter }: { $asymmetry } times. Stripping happens on bare metal in the cracks, plating on the film. The study speaks of approximately tenfold (Discussion).

## 8 Fit and doubt
lesson-doubt-title = Fit your own data, and doubt it
lesson-doubt-aim = Choose a fit range, read an error bar, and know what an error bar does not contain.
lesson-doubt-mistakes = Students take the smallest error bar for the best fit. In step 3 the smallest one belongs to the wrong answer. Students also think the error of R is the noise of a point: with dozens of points it is smaller, unless the arc is cut off. End the lesson in Analyse with a file of their own.

lesson-doubt-1-say = A simulated measurement of one arc with { $noise } of noise in every point. You choose the range of frequencies that is fitted; the fit is done at once. Here we know the truth: R = { $truth }.
lesson-doubt-1-ask = Every point is off by about 1 %. How far off will the fitted resistance be if the whole arc is fitted?
lesson-doubt-1-a = About 1 %.
lesson-doubt-1-b = Less than 1 %.
lesson-doubt-1-c = More than 1 %.
lesson-doubt-1-task = Choose a range that finds R within 5 % and knows it to 5 %.
lesson-doubt-1-few = Too few points are left for a fit. Widen the range.
lesson-doubt-1-vague = The error bar is { $vague } of R: this range does not see enough of the arc.
lesson-doubt-1-off = The fit is { $off } away from the truth.
lesson-doubt-1-explain = R = { $arc }, with an error bar of { $vague }. Many points share the work, so their mean is better than each of them.

lesson-doubt-2-say = The whole spectrum is fitted. Now cut off its low frequencies, as if the measurement had been stopped early. The study fits the high-frequency part of its arcs, “with less distortions”.
lesson-doubt-2-ask = The fit sees only the left flank of the arc. What becomes of the error bar of R?
lesson-doubt-2-a = It stays: the noise is the same.
lesson-doubt-2-b = It becomes smaller: fewer points, fewer errors.
lesson-doubt-2-c = It becomes much larger.
lesson-doubt-2-task = Cut until the error bar is 10 % of R or more.
lesson-doubt-2-few = Too few points are left for a fit. Cut a little less.
lesson-doubt-2-sure = The error bar is still { $vague } of R. Cut more.
lesson-doubt-2-explain = R = { $arc } where the truth is { $truth }: the right end of the arc is now a guess, and the error bar of { $vague } says so. The data alone cannot say more. A fit range is a choice; write it beside the number.

lesson-doubt-3-say = Another measurement, fitted with one arc over all frequencies. Error bars assume that the circuit is right. Here it is not: there are two arcs, and the large one has R = { $truth }.
lesson-doubt-3-ask = One arc is fitted to two. Does the error bar warn you?
lesson-doubt-3-a = Yes, it becomes as large as the mistake.
lesson-doubt-3-b = No: it stays small, and the answer is wrong.
lesson-doubt-3-c = The fit fails.
lesson-doubt-3-task = Choose a range in which the fit agrees with the truth within two of its error bars.
lesson-doubt-3-few = Too few points are left for a fit.
lesson-doubt-3-vague = The error bar is { $vague } of R: too little of the arc is left.
lesson-doubt-3-biased = The fit gives { $arc }: { $sigmas } error bars from the truth. Something in this range is not part of the arc.
lesson-doubt-3-misfit = The fit gives { $arc }, within two error bars, but only because the misfit makes them wide: χ²/ν is { $chi }, far above the noise. Something in this range is not part of the arc.
lesson-doubt-3-explain = Now R = { $arc }, { $sigmas } error bars from the truth. What gives a wrong circuit away is not the error bar but the residuals: they run in waves instead of scattering, and χ² is too large. Always look at both. Then open Analyse and fit a file of your own.

## 9 Kramers-Kronig
lesson-valid-title = Did the cell hold still?
lesson-valid-aim = Use the Kramers-Kronig test to see whether a spectrum is one at all.
lesson-valid-mistakes = Students think a smooth spectrum is a good one. A drifting cell gives beautifully smooth arcs. They also think the test finds every fault: it finds what changes during the sweep, not a wrong area, a wrong cell or a slow growth that is over within the error.

lesson-valid-1-say = Low frequencies take time: this sweep from 100 kHz to 20 mHz lasts { $minutes } at three periods a point. Meanwhile the cell may change. The Kramers-Kronig test asks whether real and imaginary part can belong to one and the same cell.
lesson-valid-1-ask = The resistance grows during the sweep. What will the plot look like?
lesson-valid-1-a = Noisy.
lesson-valid-1-b = Broken into pieces.
lesson-valid-1-c = As smooth as before.
lesson-valid-1-task = Let the resistance grow until the test no longer calls the spectrum valid.
lesson-valid-1-low = The resistance grew by { $grown } during the sweep, the largest residual is { $residual }, and the test still passes.
lesson-valid-1-explain = The arc is as smooth as ever, but it is not the arc of any cell: its right part was measured on another cell than its left part, { $grown } larger. The residuals, { $residual } at most, run in a slow wave. In the study the magnesium arc grew by 18 kΩ·cm² an hour (from Fig. 2b), which stays close to the limit of what this test sees.

lesson-valid-2-say = A cell that grows fast, { $grown } during this sweep. The test fails.
lesson-valid-2-ask = What could save the measurement?
lesson-valid-2-a = Leaving out the lowest frequencies.
lesson-valid-2-b = Measuring still lower frequencies.
lesson-valid-2-c = Averaging more periods at each frequency.
lesson-valid-2-task = Make the test pass by choosing the lowest frequency.
lesson-valid-2-high = The sweep takes { $minutes } and the cell grows by { $grown }: still too slow for this cell.
lesson-valid-2-few = Too few points are left to test.
lesson-valid-2-explain = { $minutes } are short enough: the cell grew by { $grown }. The price is the right end of the arc, and lesson 8 showed what that does to the error bar. Valid and precise pull in opposite directions on a cell that changes.

## 10 Grow the film
lesson-grow-title = Two ways to grow an arc
lesson-grow-aim = Test the study’s central argument: which kind of growth would polysulfide undo?
lesson-grow-mistakes = Students stop at “both give 400 kΩ·cm², so it does not matter”. The third step shows that it does. In step 2 point out that the film’s arc has a frequency of its own: with the thin film of the microscope it would be a second arc, which the study does not see.

lesson-grow-1-say = The operando cell at the start of its hour: { $total } (the study prints 180 kΩ·cm², Fig. 5g). It will grow to 400. The first reading: sites for the reaction are lost, the film stays.
lesson-grow-1-ask = Half of the sites are lost. What becomes of the charge-transfer resistance?
lesson-grow-1-a = It is halved.
lesson-grow-1-b = It is doubled.
lesson-grow-1-c = It stays.
lesson-grow-1-task = Grow the arc to 400 kΩ·cm² (within 5 %) by taking away sites.
lesson-grow-1-low = The arc has { $total }: take away more sites.
lesson-grow-1-high = The arc has { $total }: too few sites are left.
lesson-grow-1-explain = Charge transfer { $transfer }, films { $film }. Nearly all of the arc is the reaction on top of the film. This is the reading that the study settles for (Discussion).

lesson-grow-2-say = The same start. The second reading: the film itself conducts worse.
lesson-grow-2-ask = Will the arc from a film that conducts worse peak at the same frequency as the reaction’s?
lesson-grow-2-a = No, higher: the film’s capacitance is smaller.
lesson-grow-2-b = Yes, the same resistance is the same arc.
lesson-grow-2-c = No, lower.
lesson-grow-2-task = Grow the arc to 400 kΩ·cm² (within 5 %) by letting fewer electrons through the film.
lesson-grow-2-low = The arc has { $total }: the film must resist more.
lesson-grow-2-high = The arc has { $total }: the film resists too much.
lesson-grow-2-explain = Films { $film }, charge transfer { $transfer }: together the same 400 kΩ·cm². But the film answers at { $filmPeak }, apart from the reaction, so with the thickness of the microscope this growth would show a second arc. Only a film with a capacitance as large as the surface’s would hide in one arc.

lesson-grow-3-say = Both readings are open to you, and polysulfide is in the cell. Pale: the same cell without it.
lesson-grow-3-ask = Which growth can polysulfide undo?
lesson-grow-3-a = The loss of sites.
lesson-grow-3-b = The film that conducts worse.
lesson-grow-3-c = Either.
lesson-grow-3-task = Grow the cell to 400 kΩ·cm² before polysulfide (within 5 %) such that adding it makes the arc more than 100 times smaller.
lesson-grow-3-low = Without polysulfide the arc has { $before }: it must grow.
lesson-grow-3-high = Without polysulfide the arc has { $before }: too much.
lesson-grow-3-film = The size is right, but polysulfide changes it only by a factor of { $drop }: the film of { $film } stays in its way.
lesson-grow-3-explain = { $before } before, { $total } after: a factor of { $drop }. Polysulfide gives the electrons another reaction, so it can replace a slow one; it cannot make the film conduct. The large drop says that the film was never the large resistance. That is the study’s argument, and you have tested both sides of it.

## Mystery cells
mystery-say = Somebody made this cell, and its numbers are in the link, out of sight. You have a measurement of it with { $noise } of noise in every point, and you may add polysulfide. Fit, answer, and see how far off you are.
mystery-given = Given
mystery-arc = Arc resistance
mystery-capacitance = Capacitance (Eq. 1)
mystery-exponent = Exponent P
mystery-kind = Kind of film
mystery-kind-sei = SEI
mystery-kind-anti-sei = anti-SEI
mystery-electrolyte = Electrolyte
mystery-at-rest = As made
mystery-with-polysulfide = With polysulfide
mystery-range = The range of the fit: drag the two bars in the Bode plot, or move them with the arrow keys.
mystery-answers = Your answers
mystery-nothing-hidden = Nothing of this cell is hidden: measure and compare.
mystery-error = standard error of { $name }
mystery-take-fit = Take the fit’s numbers
mystery-check = Check
mystery-fit = The fit
mystery-no-fit = There are too few points in this range for a fit. Widen it.
mystery-not-read = “{ $typed }” is { $what ->
    [error] no error bar, which is a number above zero
   *[value] no number
  }{ $unit ->
    [none] .
   *[some] {" "}in { $unit }.
  }
mystery-no-answer = No number yet.
mystery-no-kind = Not chosen yet.
mystery-summary = Measured points of the mystery cell, with the fit of its arc.
mystery-curve-rest = as made
mystery-curve-probed = with polysulfide
mystery-damaged = This link holds no mystery cell, or it was cut off on its way. Ask for it again.
mystery-kind-right = Right.
mystery-kind-wrong = No. What did polysulfide do to the arc, and what would it need to react?
mystery-grade-agrees = Agrees: the truth is { $truth }, { $percent } away or { $sigmas } error bars.
mystery-grade-vague = The truth, { $truth }, is inside your error bar, but the error bar is more than a fifth of it. Can you fit more of the arc?
mystery-grade-close = { $bar ->
    [yes] Within 5 %, but { $sigmas } error bars from the truth ({ $truth }): the error bar is too small, or the circuit is not quite right.
   *[no] Within 5 % of the truth ({ $truth }, { $percent } away). How sure were you? Give an error bar.
  }
mystery-grade-off = { $bar ->
    [yes] Off: { $percent } from the truth, { $sigmas } error bars. Look at the residuals and at the range.
   *[no] Off: { $percent } from the truth. Look at the fit and at the range, and give an error bar.
  }

## For teachers
teacher-lead = Each lesson stands alone; three or four fit into 45 minutes. Students work in pairs on one screen: one predicts, one moves. A link opens at any step and keeps nothing of yours; the progress of a student is in the address of their page, so a bookmark or a sent link keeps it.
teacher-links = Links below
teacher-hide-predict = leave out the predictions
teacher-hide-solution = leave out “Show one way”
teacher-hide-explain = leave out the explanations
teacher-hide-next = leave out the way to the other steps
teacher-hide-list = leave out the way to other lessons and to this page
teacher-steps = { $count } steps
teacher-aim = Aim
teacher-mistakes = What students get wrong
teacher-one-way = One way: { $way }.
teacher-open = Open
teacher-arrange = Hide or lock{ $count ->
    [0] { "" }
   *[other] { " " }({ $count })
  }
teacher-control-free = can be moved
teacher-control-locked = locked
teacher-control-hidden = hidden
teacher-readings = Readings shown
teacher-stuck = The way above needs { $controls }: with this link the task cannot be done, the step is only to be looked at.
teacher-mystery = Make a mystery cell
teacher-mystery-lead = A cell that a class has to find by measuring, fitting and adding polysulfide. The page grades with the student’s own error bars. The numbers are packed into the link and only veiled: whoever reads the program can read them. Good for a lesson, not for an examination.
teacher-random = drawn by the number
teacher-noise = Noise
teacher-seed = Number of the cell
teacher-hidden = The class has to find
teacher-mystery-link = Link for the class
teacher-answers = The answers
