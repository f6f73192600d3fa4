# Interphase: every visible word in English.

## Frame
skip = Skip to the view
views = Views
actions = Actions
view-explore = Explore
undo = Undo
redo = Redo
settings = Settings
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
link-too-long = The link's value of “{ $name }” is too long and was left out.
link-bad-data = The data in the link cannot be read; perhaps the link was cut off on its way.
file-too-large = { $name } is larger than 50 MB. Cut it into smaller files.
file-unreadable = { $name }: { $reason }
file-read = { $name }: { $count ->
    [one] one spectrum
   *[other] { $count } spectra
  } read.
too-many-spectra = { $name } holds more spectra than the page takes ({ $count } in all); the rest was left out.

## Share
share-link = Link to what you see
share-data = { $count ->
    [one] with the spectrum you brought
   *[other] with the { $count } spectra you brought
  }, compressed into the link
share-copy = Copy link
share-copied = Copied.
share-refused = The browser refused; select the link and copy it.

## Sliders
slider-reset = Back to { $value }
slider-reset-name = { $name }: back to { $value }
slider-type = { $name }{ $unit ->
    [0] { "" }
   *[other] , value in { $unit }
  }
slider-explain = { $name }: where this number comes from
slider-no-number = Not a number. Type one between { $lower } and { $upper } { $unit }.
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
parameter-rateCmPerS = Charge-transfer rate
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
pores-share = { $percent } % pores

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
no-film = no film
real-lithium = lithium
polysulfide-add = Add polysulfide
polysulfide-remove = Remove polysulfide
polysulfide-hint = Two films, one spectrum. Polysulfide takes electrons wherever it can reach them.
drop = { $factor }-fold drop
no-drop = nothing changes
where-resistance = Where the resistance is
geometry-symmetric = symmetric cell
geometry-half = one electrode
sentence-arc = { $name }: one arc of { $resistance } ({ $geometry }) peaking at { $peak }, { $process ->
    [film] the film itself
    [polysulfide] polysulfide reacting on top of the film
   *[reaction] the reaction on top of the film
  }.
sentence-film = The film adds only { $resistance } at { $peak }, because { $carrier ->
    [ions] ions pass through it
   *[electrons] electrons tunnel through it
  }.
sentence-alike = { $other } with the same resistances looks alike here; polysulfide tells them apart.
sentence-apart = On the { $other } the polysulfide finds no electrons.

## Data
open-files = Drop spectra anywhere, or open a file
open-files-short = Open a file
drop-here = Drop to plot the spectra over the model
your-data = { $count ->
    [one] Your spectrum
   *[other] Your { $count } spectra
  }
data-points = { $format }, { $points } points
show-data = Show { $name }
hide-data = Hide { $name }
remove-data = Remove { $name }
remove-all = Remove all
area = Electrode area
area-assumed = 1 cm² assumed
area-bad = Type an area in cm², such as 1.13.
fitting = Fitting the arc …
fit-failed = No arc could be fitted: { $reason }
fit-resistance = Resistance
fit-capacitance = Capacitance
fit-peak = Peak
fit-thickness = Thickness
fit-range = Rs–(R‖CPE) from { $from } to { $to }; thickness for εᵣ = { $permittivity }. ± is one standard error.
fit-of = Fit of { $name }

## Diagramme, Bilder, Tabellen
figure-plot-role = Diagramm
figure-keys = Pfeil links und rechts lesen die Punkte, auf und ab wechseln die Kurve, Plus und Minus vergrößern und verkleinern, Null zeigt alles, Umschalt mit Pfeil verschiebt.
figure-reset = Alles zeigen
figure-legend = Legende
figure-menu = Abbildung speichern oder kopieren
figure-svg = SVG, { $mm } mm breit
figure-png = PNG, { $mm } mm breit, 300 dpi
figure-png-screen = PNG wie am Bildschirm, 2×
figure-csv = CSV, die Zahlen
figure-copy = Bild kopieren
figure-copy-data = Zahlen kopieren
figure-table = Als Tabelle zeigen
figure-plot = Als Diagramm zeigen
figure-copied = Kopiert.
figure-copy-refused = Der Browser lässt diese Seite keine Bilder kopieren; es wurde als Datei gespeichert.
figure-copy-data-refused = Der Browser lässt diese Seite nicht kopieren; die Zahlen wurden als Datei gespeichert.
figure-saved = { $name } gespeichert.
figure-failed = Das ließ sich nicht zeichnen: { $reason }
table-rows = Die ersten { $shown } von { $all } Zeilen; die CSV-Datei hat alle.
film-title = Bild des Films
film-electrolyte = Elektrolyt
film-porous = poröser Film
film-compact = dichter Film
film-ions-blocked = Ionen gesperrt
film-electrons-blocked = Elektronen gesperrt
film-polysulfide = Polysulfid
film-says-layers = Von unten: { $metal }, ein dichter Film von { $compact } nm, ein poröser Film von { $porous } nm, Elektrolyt.
film-says-anti-sei = Elektronen tunneln durch den dichten Film, Ionen sind gesperrt: eine Anti-SEI.
film-says-sei = Ionen gehen durch den dichten Film, Elektronen sind gesperrt: eine SEI.
film-says-both = Ionen und Elektronen gehen durch den dichten Film.
film-says-deposit-top = Metall ist auf dem Film abgeschieden.
film-says-deposit-under = Metall ist unter dem Film abgeschieden.
film-says-cracks = Risse sind auf { $share } % der Fläche offen.
film-says-polysulfide-reacts = Polysulfid nimmt an der Oberfläche des Films Elektronen auf.
film-says-polysulfide-idle = Polysulfid erreicht den Film und findet keine Elektronen.
bar-label = Wo der Widerstand sitzt
bar-nothing = kein Widerstand
figure-thinned = { $shown } von { $all } Punkten gezeichnet, kein Extremwert fehlt
