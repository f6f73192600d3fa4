# Interphase: every visible word in English.

## Frame
skip = Skip to the view
views = Views
messages = Messages
actions = Actions
view-operando = Operando
view-current = Current
view-map = Map
view-analyse = Analyse
view-explore = Explore
view-lessons = Lessons
view-model = Model
undo = Undo
redo = Redo
settings = Settings
whole-page = Open the whole page
share = Share
close = Close
dismiss = Dismiss
loading = Starting the engine …
theme = Appearance
theme-auto = As the system
theme-light = Light
theme-dark = Dark
theme-projector = Projector
language = Language
language-auto = As the browser
version = Interphase { $release }, model { $model }. Everything is computed on this device; no file leaves it.

## What can go wrong
engine-not-loaded = The engine could not be started: { $reason } Reload the page; if that does not help, use a browser of the last three years.
view-not-loaded = { $name } could not be loaded. Check the connection and choose it again.
panic = The engine stopped while computing “{ $call }”. This is a fault of ours, not of your input. Your settings and data are still here, and the engine has been started anew.
panic-report = Report to copy
link-unreadable = The address holds no state of this page; you see the page as it starts.
link-newer = This link was made by a newer version of the page ({ $version }). What is understood is shown.
link-unknown-view = The link asks for the view “{ $name }”, which does not exist.
link-unknown-preset = The link asks for the cell “{ $name }”, which does not exist; you see the usual one.
link-unknown-key = The link sets “{ $name }”, which is not known here; it was left out.
link-out-of-range = The link sets { $name } to “{ $value }”; it must be within { $range }. It was left as it is.
link-bad-sight = The link asks for “{ $value }” of the figure { $name }, which it cannot do; it shows everything.
link-bad-range = The link lets the figure { $name } show “{ $value }”, which is no range; it shows everything.
link-too-long = The link’s value of “{ $name }” is too long and was left out.
link-bad-data = The data in the link cannot be read; perhaps the link was cut off on its way.
file-too-large = { $name } is larger than 50 MB. Cut it into smaller files.
file-unreadable = { $name }: { $reason }
file-read = { $name }: { $count ->
    [one] one spectrum
   *[other] { $count } spectra
  } read.
file-circuit = { $name } holds the circuit { $circuit }.
file-drop-name = The drop
files-count = { $count } files
files-failed = { $read ->
    [one] One file read
   *[other] { $read } files read
  }; { $failed ->
    [one] one could not be read
   *[other] { $failed } could not be read
  }.
files-notes = { $read } files read, with { $notes ->
    [one] one remark
   *[other] { $notes } remarks
  }.
files-passed-over = { $count ->
    [one] One file or folder of the system (such as .DS_Store) passed over.
   *[other] { $count } files or folders of the system (such as .DS_Store) passed over.
  }
choose-columns = Choose columns
choose-columns-of = { $name }: choose columns
table-gone = The table is no longer in memory: other files have taken its room. Open the file again, then choose its columns.
reading-files = Reading { $done } of { $all } files …
reading-progress = Files read
reading-stopped = Reading was stopped; nothing was added.
cancel = Cancel
too-many-spectra = { $name } holds more spectra than the page takes ({ $count } in all); the rest was left out.

## Share
share-copy = Copy
share-qr = QR code for a class
share-qr-long = This state is too long for a QR code. Leave the data out, or save the page.
share-embed = Put it into a page
share-element = As an element
share-iframe = As a frame
share-embed-more = All about embedding
share-cite = Cite
share-cite-note = Name the version: the same parameters may give other numbers in another model. The study that the model comes from is known here by its text only, so cite it from its own publication.
share-save = Save this page
share-save-note = One file with everything in it, as it is now. It opens without a network.
share-saved = { $name } is saved.
share-save-failed = The page could not be saved: { $reason }
embed-private = A reader has opened own spectra here; they are not given to the page around.
embed-no-figure = There is no figure “{ $name }” in this view.
share-link = Link to what you see
share-data = { $count ->
    [one] with the spectrum you brought
   *[other] with the { $count } spectra you brought
  }, compressed into the link
share-copied = Copied.
share-refused = The browser refused; select the link and copy it.

## Sliders
slider-reset = Back to { $value }
slider-reset-name = { $name }: back to { $value }
slider-type = { $name }{ $unit ->
    [0] { "" }
   *[other] , value in { $unit }
  }
slider-explain = { $note }: where { $name } comes from
slider-no-number = Not a number. Type one between { $lower } and { $upper } { $unit }.
slider-other-unit = “{ $other }” does not fit here. Type a number between { $lower } and { $upper } { $unit }.
slider-two-numbers = “{ $typed }” can mean { $one } or { $other }. Type it in one of these ways.
slider-out-of-range = { $value } is outside { $lower } to { $upper } { $unit }.
more-parameters = More parameters ({ $count })
fact-symbol = Symbol
fact-value = Now
fact-preset = In this cell
fact-default = Default
fact-range = Range
origin-paper = the study
origin-literature = literature
origin-assumption = assumption
group-film = Compact film
group-reaction = Reaction
group-polysulfide = Polysulfide
group-porous = Porous film
group-electrolyte = Electrolyte and separator
group-geometry = Cell

parameter-thicknessNm = Film thickness
parameter-barrierEv = Tunnelling barrier
parameter-effectiveMass = Effective mass
parameter-relativePermittivity = Permittivity
parameter-temperatureK = Temperature
parameter-fixedResistanceOhmCm2 = Fixed electronic resistance
parameter-ionicResistanceOhmCm2 = Ionic resistance
parameter-electronicTransference = Carried by electrons
parameter-rateCmPerS = Charge transfer
parameter-ionMolPerL = Ion concentration
parameter-activeShare = Active surface sites
parameter-doubleLayerUfPerCm2 = Double layer
parameter-cpeExponent = CPE exponent
parameter-polysulfideMolPerL = Polysulfide
parameter-polysulfideResistanceOhmCm2 = Its charge transfer
parameter-polysulfideCapacitanceUfPerCm2 = Its capacitance
parameter-porousNm = Thickness
parameter-porosity = Porosity
parameter-tortuosity = Tortuosity
parameter-conductivityMsPerCm = Conductivity
parameter-diffusionCm2PerS = Diffusion
parameter-electrolyteOhmCm2 = Resistance
parameter-separatorUm = Separator
parameter-separatorPorosity = Its porosity
parameter-separatorTortuosity = Its tortuosity
parameter-chemicalCapacitanceUfPerCm2 = Chemical capacitance
parameter-innerResistanceOhmCm2 = Ions, metal side
parameter-innerCapacitanceUfPerCm2 = its capacitance
parameter-outerResistanceOhmCm2 = Ions, electrolyte side
parameter-outerCapacitanceUfPerCm2 = its capacitance
parameter-thresholdV = Threshold
parameter-transferCoefficient = Transfer coefficient
parameter-limitingCurrentMaPerCm2 = Limiting current
parameter-reaction = Reaction law
choice-threshold = Threshold
choice-butler-volmer = Butler-Volmer
group-two-rail = Two rails
group-current = Under current
parameter-metal = Metal
parameter-transport = Electrons cross by
parameter-conduction = Current carried by
parameter-model = Model
parameter-geometry = Geometry
choice-magnesium = Magnesium
choice-lithium = Lithium
choice-glassy-carbon = Glassy carbon
choice-simmons = Simmons
choice-wkb = WKB
choice-fixed = Fixed value
choice-own = As it is
choice-ions = Ions (SEI)
choice-shared = Both, shared
choice-lumped = Lumped circuit
choice-two-rail = Two rails
choice-symmetric = Symmetric cell
choice-half = Half cell

## Figures
nyquist = Nyquist plot
nyquist-of = Nyquist plot: { $name }
bode = Bode plot
frequency = frequency
phase = phase
over-total = over its total
before = before
part-film = film
part-charge-transfer = charge transfer
part-pores = pores
part-pore-diffusion = diffusion in the pores
part-separator-diffusion = diffusion
part-electrolyte = electrolyte
process-charge-transfer = charge transfer
process-polysulfide = polysulfide
process-film-electrons = film, electrons
process-film-ions = film, ions
process-pores = pores
process-electrolyte = electrolyte
process-diffusion = diffusion
metal-magnesium = magnesium
metal-lithium = lithium
metal-glassy-carbon = glassy carbon
pores-share = { $percent } % pores

## Explore
parameters = Parameters
spectra = Spectra
film-and-data = Film and data
cell = Cell
compare = Beside it
compare-twin = SEI twin
compare-lithium = Real lithium
compare-none = Alone
layout = Layout
overlaid = Overlaid
split = Split
anti-sei = anti-SEI
sei = SEI
mixed-film = mixed film
no-film = no film
real-lithium = lithium
polysulfide-add = Add polysulfide
polysulfide-remove = Remove polysulfide
polysulfide-hint = Two films, one spectrum. Polysulfide takes electrons wherever they get through.
polysulfide-hint-alone = Polysulfide takes electrons wherever they get through.
focus = Nyquist plot shows
focus-all = All
focus-data = Data
sentence-lithium = Lithium’s arc is **{ $resistance }**: ions pass its SEI, and no reaction on top holds them up.
drop = { $factor }-fold drop
no-drop = nothing changes
behind = Behind it:
one-or-two = one arc or two
where-resistance = Where the resistance is
geometry-symmetric = symmetric cell
geometry-half = one electrode
sentence-arc = One arc of **{ $resistance }** ({ $geometry }) peaks at **{ $peak }**: { $process ->
    [film] the film itself
    [shared] the film and polysulfide together, which only the electrons reach
    [polysulfide] polysulfide reacting on top of the film
    [bare] polysulfide reacting on the bare surface
   *[reaction] the reaction on top of the film
  }.
sentence-two = Two arcs ({ $geometry }), together **{ $resistance }**: **{ $surface }** at **{ $surfacePeak }** from { $process ->
    [polysulfide] polysulfide reacting
   *[reaction] the reaction
  } on top of the film, **{ $film }** at **{ $filmPeak }** from { $carrier ->
    [ions] ions passing
    [both] electrons and ions passing
   *[electrons] electrons tunnelling
  } through it.
sentence-film = The film adds only **{ $resistance }** at { $peak }, because { $carrier ->
    [ions] ions pass through it
    [both] electrons and ions pass through it
   *[electrons] electrons tunnel through it
  }.
sentence-blocked = The bare surface blocks: without polysulfide nothing reacts on it.
sentence-alike = { $other ->
    [sei] An SEI
   *[anti] An anti-SEI
  } with the same resistances looks alike; only an experiment tells the two apart.
sentence-unlike = On two rails { $other ->
    [sei] an SEI
   *[anti] an anti-SEI
  } with the same resistances has a spectrum of its own.
sentence-apart = { $other ->
    [sei] In an SEI the electrons are blocked: polysulfide finds none, and the arc stays.
   *[anti] In an anti-SEI electrons come through to the polysulfide, and the arc falls.
  }
law-simmons = One film by Simmons
law-wkb = by WKB at { $temperature }
law-thermionic = over the barrier
law-failed = not valid
percent = { $value } %
preset-mg-ocv = Mg at rest, fresh
preset-mg-ocv-1h = Mg at rest, 1 h
preset-mg-ocv-20h = Mg at rest, 20 h
preset-mg-ocv-72h = Mg at rest, 72 h
preset-li-ocv = Li at rest, fresh
preset-li-ocv-13h = Li at rest, 13 h
preset-gc-polysulfide = Glassy carbon, polysulfide
preset-mg-polysulfide = Mg, polysulfide
preset-operando-start = Mg operando, start
preset-operando-before = Mg operando, 1 h
preset-operando-after = Mg operando, polysulfide
preset-mg-galvanostatic = Mg under current

## Data
open-files = Drop or open spectra
drop-here = Drop to plot the spectra over the model
your-data = { $count ->
    [one] Your spectrum
   *[other] Your { $count } spectra
  }
data-points = { $format }, { $points } points
format-table = Table
open-folder = Open a folder as a series
show-more = Show all { $count }
show-fewer = Show fewer
area-for-all = { $area } cm² for all
left-out-of = { $name }, left out
left-out = { $count ->
    [one] One point left out
   *[other] { $count } points left out
  }.
put-back = Put back
leave-out = Leave out
leave-out-name = { $name }: leave out
filter-mains = { $count ->
    [one] One point
   *[other] { $count } points
  } at a multiple of 50 or 60 Hz, off the line of the neighbours ({ $range }).
filter-saturation = { $count } points with the same value, as when the instrument’s range is exceeded ({ $range }).
filter-negative-real = { $count ->
    [one] One point
   *[other] { $count } points
  } with a negative real part, as from cables or the instrument ({ $range }).
filter-zero-frequency = { $count ->
    [one] One point
   *[other] { $count } points
  } at zero frequency, where there is no impedance to fit.
export-data = Export
export-title = Export the spectra
export-csv = CSV
export-csv-for = spreadsheets; all spectra, nothing lost
export-json = JSON
export-json-for = programs; all spectra, nothing lost
export-zview = ZView .z
export-zview-for = ZView, ZPlot, most fitting programs
export-impedance-py-csv = impedance.py CSV
export-impedance-py-csv-for = frequency, Re, Im for Python
export-pyimpspec-csv = pyimpspec CSV
export-pyimpspec-csv-for = pyimpspec, DearEIS
export-note = Points that you left out are not written. Several spectra in a format that holds one come as a zip.
export-saved = { $name } is saved.
export-failed = This could not be written: { $reason }
show-data = Show { $name }
hide-data = Hide { $name }
remove-data = Remove { $name }
remove-all = Remove all
area = Electrode area
measured-on = Measured on
geometry-not-stated = cell or electrode not stated
area-not-stated = area not stated
and-more = and { $count } more
geometry-unknown = not stated
area-assumed = 1 cm² assumed
area-bad = Type an area in cm², such as 1.13.
fitting = Fitting the arc …
fit-failed = No arc could be fitted: { $reason }
fit-resistance = Resistance
fit-capacitance = Capacitance
fit-peak = Peak
fit-thickness = Thickness
fit-range = Rₛ–(R ‖ CPE) from { $from } to { $to }; thickness for εᵣ = { $permittivity }. ± is one standard error.
fit-of = Fit of { $name }

## Plots, pictures, tables
figure-plot-role = plot
figure-keys = Left and right arrow read the points, up and down change the curve, plus and minus zoom, zero shows all, shift with an arrow moves the view.
figure-reset = Show all
figure-legend = Legend
film-title = Picture of the film
film-electrolyte = electrolyte
film-porous = porous film
film-compact = compact film
film-ions-blocked = ions blocked
film-electrons-blocked = electrons blocked
film-polysulfide = polysulfide
film-says-layers = From below: { $metal }, a compact film of { $compact } nm, a porous film of { $porous } nm, electrolyte.
film-says-anti-sei = Electrons cross the compact film by tunnelling, ions are blocked: an anti-SEI.
film-says-sei = Ions cross the compact film, electrons are blocked: an SEI.
film-says-both = Both ions and electrons cross the compact film.
film-says-deposit-top = Metal is deposited on top of the film.
film-says-deposit-under = Metal is deposited under the film.
film-says-cracks = Cracks are open over { $share } % of the surface.
film-says-polysulfide-reacts = Polysulfide takes electrons at the surface of the film.
film-says-polysulfide-idle = Polysulfide reaches the film and finds no electrons.
figure-menu = Save or copy this figure
figure-svg = SVG, { $mm } mm wide
figure-png = PNG, { $mm } mm wide, 300 dpi
figure-png-screen = PNG as on screen, 2×
figure-csv = CSV, the numbers
figure-copy = Copy picture
figure-copy-data = Copy numbers
figure-table = Show as table
figure-plot = Show as plot
figure-copied = Copied.
figure-copy-refused = The browser does not let this page copy pictures; it was saved as a file instead.
figure-copy-data-refused = The browser does not let this page copy; the numbers were saved as a file instead.
figure-saved = Saved { $name }.
figure-failed = This could not be drawn: { $reason }
table-lower = lower
figure-values-of = Values of: { $geometry }
table-rows = The first { $shown } of { $all } rows; the CSV has all.
bar-label = Where the resistance is
bar-nothing = no resistance
figure-thinned = { $shown } of { $all } points drawn, no extreme left out
