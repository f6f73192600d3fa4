# Interphase: alle sichtbaren Wörter auf Deutsch.

## Rahmen
skip = Zur Ansicht springen
views = Ansichten
messages = Meldungen
actions = Aktionen
view-operando = Operando
view-current = Strom
view-map = Karte
view-analyse = Auswerten
view-explore = Erkunden
view-lessons = Lektionen
view-model = Modell
undo = Rückgängig
redo = Wiederholen
settings = Einstellungen
whole-page = Die ganze Seite öffnen
share = Teilen
close = Schließen
dismiss = Ausblenden
loading = Der Rechenkern startet …
theme = Darstellung
theme-auto = Wie das System
theme-light = Hell
theme-dark = Dunkel
theme-projector = Beamer
language = Sprache
language-auto = Wie der Browser
version = Interphase { $release }, Modell { $model }. Alles wird auf diesem Gerät gerechnet; keine Datei verlässt es.

## Was schiefgehen kann
engine-not-loaded = Der Rechenkern ließ sich nicht starten: { $reason } Laden Sie die Seite neu; hilft das nicht, nehmen Sie einen Browser der letzten drei Jahre.
view-not-loaded = { $name } konnte nicht geladen werden. Prüfen Sie die Verbindung und wählen Sie noch einmal.
panic = Der Rechenkern ist bei „{ $call }“ stehengeblieben. Das ist unser Fehler, nicht Ihrer. Einstellungen und Daten sind noch da, der Rechenkern wurde neu gestartet.
panic-report = Bericht zum Kopieren
link-unreadable = Die Adresse enthält keinen Zustand dieser Seite; Sie sehen die Seite, wie sie beginnt.
link-newer = Dieser Link stammt von einer neueren Fassung der Seite ({ $version }). Gezeigt wird, was verstanden wurde.
link-unknown-view = Der Link verlangt die Ansicht „{ $name }“, die es nicht gibt.
link-unknown-preset = Der Link verlangt die Zelle „{ $name }“, die es nicht gibt; Sie sehen die übliche.
link-unknown-key = Der Link setzt „{ $name }“, das hier unbekannt ist; es wurde weggelassen.
link-out-of-range = Der Link setzt { $name } auf „{ $value }“; erlaubt ist { $range }. Es blieb, wie es war.
link-bad-sight = Der Link verlangt von der Abbildung { $name } „{ $value }“, was sie nicht kann; sie zeigt alles.
link-bad-range = Der Link lässt die Abbildung { $name } „{ $value }“ zeigen; das ist kein Bereich, sie zeigt alles.
link-too-long = Der Wert von „{ $name }“ im Link ist zu lang und wurde weggelassen.
link-bad-data = Die Daten im Link sind nicht lesbar; vielleicht wurde der Link unterwegs gekürzt.
file-too-large = { $name } ist größer als 50 MB. Teilen Sie die Datei.
file-unreadable = { $name }: { $reason }
file-read = { $name }: { $count ->
    [one] ein Spektrum
   *[other] { $count } Spektren
  } gelesen.
file-circuit = { $name } enthält die Schaltung { $circuit }.
file-drop-name = Die Auswahl
files-count = { $count } Dateien
files-failed = { $read ->
    [one] Eine Datei gelesen
   *[other] { $read } Dateien gelesen
  }; { $failed ->
    [one] eine ließ sich nicht lesen
   *[other] { $failed } ließen sich nicht lesen
  }.
files-notes = { $read } Dateien gelesen, mit { $notes ->
    [one] einer Anmerkung
   *[other] { $notes } Anmerkungen
  }.
files-passed-over = { $count ->
    [one] Eine Datei oder ein Ordner des Systems (wie .DS_Store) übergangen.
   *[other] { $count } Dateien oder Ordner des Systems (wie .DS_Store) übergangen.
  }
choose-columns = Spalten wählen
choose-columns-of = { $name }: Spalten wählen
table-gone = Die Tabelle ist nicht mehr im Speicher: Andere Dateien haben ihren Platz eingenommen. Öffnen Sie die Datei erneut und wählen Sie dann die Spalten.
reading-files = { $done } von { $all } Dateien gelesen …
reading-progress = Gelesene Dateien
reading-stopped = Das Lesen wurde beendet; nichts kam hinzu.
cancel = Abbrechen
too-many-spectra = { $name } enthält mehr Spektren, als die Seite aufnimmt (insgesamt { $count }); der Rest wurde weggelassen.

## Teilen
share-copy = Kopieren
share-qr = QR-Code für eine Klasse
share-qr-long = Dieser Zustand ist zu lang für einen QR-Code. Lassen Sie die Daten weg oder sichern Sie die Seite.
share-embed = In eine Seite einbetten
share-element = Als Element
share-iframe = Als Rahmen
share-embed-more = Alles über das Einbetten
share-cite = Zitieren
share-cite-note = Nennen Sie die Version: In einem anderen Modell können dieselben Parameter andere Zahlen ergeben. Die Studie, aus der das Modell stammt, ist hier nur als Text bekannt; zitieren Sie sie nach ihrer eigenen Veröffentlichung.
share-save = Diese Seite sichern
share-save-note = Eine Datei mit allem darin, wie es jetzt ist. Sie öffnet sich ohne Netz.
share-saved = { $name } ist gesichert.
share-save-failed = Die Seite ließ sich nicht sichern: { $reason }
embed-private = Jemand hat hier eigene Spektren geöffnet; sie werden der umgebenden Seite nicht gegeben.
embed-no-figure = In dieser Ansicht gibt es keine Abbildung „{ $name }“.
share-link = Link zu dem, was Sie sehen
share-data = { $count ->
    [one] mit Ihrem Spektrum
   *[other] mit Ihren { $count } Spektren
  }, in den Link gepackt
share-copied = Kopiert.
share-refused = Der Browser lässt es nicht zu; markieren und kopieren Sie den Link.

## Regler
slider-reset = Zurück auf { $value }
slider-reset-name = { $name }: zurück auf { $value }
slider-type = { $name }{ $unit ->
    [0] { "" }
   *[other] , Wert in { $unit }
  }
slider-explain = { $note }: woher { $name } kommt
slider-no-number = Keine Zahl. Geben Sie eine zwischen { $lower } und { $upper } { $unit } ein.
slider-other-unit = „{ $other }“ passt hier nicht. Geben Sie eine Zahl zwischen { $lower } und { $upper } { $unit } ein.
slider-two-numbers = „{ $typed }“ kann { $one } oder { $other } bedeuten. Schreiben Sie es auf eine dieser Arten.
slider-out-of-range = { $value } liegt außerhalb von { $lower } bis { $upper } { $unit }.
more-parameters = Weitere Parameter ({ $count })
fact-symbol = Zeichen
fact-value = Jetzt
fact-preset = In dieser Zelle
fact-default = Vorgabe
fact-range = Bereich
origin-paper = die Studie
origin-literature = Literatur
origin-assumption = Annahme
group-film = Kompakter Film
group-reaction = Reaktion
group-polysulfide = Polysulfid
group-porous = Poröser Film
group-electrolyte = Elektrolyt und Separator
group-geometry = Zelle

parameter-thicknessNm = Filmdicke
parameter-barrierEv = Tunnelbarriere
parameter-effectiveMass = Effektive Masse
parameter-relativePermittivity = Permittivität
parameter-temperatureK = Temperatur
parameter-fixedResistanceOhmCm2 = Fester elektronischer Widerstand
parameter-ionicResistanceOhmCm2 = Ionischer Widerstand
parameter-electronicTransference = Von Elektronen getragen
parameter-rateCmPerS = Durchtrittsrate
parameter-ionMolPerL = Ionenkonzentration
parameter-activeShare = Aktive Oberflächenplätze
parameter-doubleLayerUfPerCm2 = Doppelschicht
parameter-cpeExponent = CPE-Exponent
parameter-polysulfideMolPerL = Polysulfid
parameter-polysulfideResistanceOhmCm2 = Sein Durchtritt
parameter-polysulfideCapacitanceUfPerCm2 = Seine Kapazität
parameter-porousNm = Dicke
parameter-porosity = Porosität
parameter-tortuosity = Tortuosität
parameter-conductivityMsPerCm = Leitfähigkeit
parameter-diffusionCm2PerS = Diffusion
parameter-electrolyteOhmCm2 = Widerstand
parameter-separatorUm = Separator
parameter-separatorPorosity = Seine Porosität
parameter-separatorTortuosity = Seine Tortuosität
parameter-chemicalCapacitanceUfPerCm2 = Chemische Kapazität
parameter-innerResistanceOhmCm2 = Ionen, Metallseite
parameter-innerCapacitanceUfPerCm2 = seine Kapazität
parameter-outerResistanceOhmCm2 = Ionen, Elektrolytseite
parameter-outerCapacitanceUfPerCm2 = seine Kapazität
parameter-thresholdV = Schwelle
parameter-transferCoefficient = Durchtrittsfaktor
parameter-limitingCurrentMaPerCm2 = Grenzstrom
parameter-reaction = Reaktionsgesetz
choice-threshold = Schwelle
choice-butler-volmer = Butler-Volmer
group-two-rail = Zwei Schienen
group-current = Unter Strom
parameter-metal = Metall
parameter-transport = Elektronen gehen durch
parameter-conduction = Strom getragen von
parameter-model = Modell
parameter-geometry = Geometrie
choice-magnesium = Magnesium
choice-lithium = Lithium
choice-glassy-carbon = Glaskohlenstoff
choice-simmons = Simmons
choice-wkb = WKB
choice-fixed = Fester Wert
choice-own = Wie er ist
choice-ions = Ionen (SEI)
choice-shared = Beiden, geteilt
choice-lumped = Ersatzschaltung
choice-two-rail = Zwei Schienen
choice-symmetric = Symmetrische Zelle
choice-half = Halbzelle

## Abbildungen
nyquist = Nyquist-Diagramm
nyquist-of = Nyquist-Diagramm: { $name }
bode = Bode-Diagramm
frequency = Frequenz
phase = Phase
over-total = geteilt durch den Gesamtwert
before = vorher
part-film = Film
part-charge-transfer = Durchtritt
part-pores = Poren
part-pore-diffusion = Diffusion in den Poren
part-separator-diffusion = Diffusion
part-electrolyte = Elektrolyt
process-charge-transfer = Durchtritt
process-polysulfide = Polysulfid
process-film-electrons = Film, Elektronen
process-film-ions = Film, Ionen
process-pores = Poren
process-electrolyte = Elektrolyt
process-diffusion = Diffusion
metal-magnesium = Magnesium
metal-lithium = Lithium
metal-glassy-carbon = Glaskohlenstoff
pores-share = { $percent } % Poren

## Erkunden
parameters = Parameter
spectra = Spektren
film-and-data = Film und Daten
cell = Zelle
compare = Daneben
compare-twin = SEI-Zwilling
compare-lithium = Echtes Lithium
compare-none = Allein
layout = Anordnung
overlaid = Übereinander
split = Getrennt
anti-sei = Anti-SEI
sei = SEI
mixed-film = gemischter Film
no-film = ohne Film
real-lithium = Lithium
polysulfide-add = Polysulfid zugeben
polysulfide-remove = Polysulfid entfernen
polysulfide-hint = Zwei Filme, ein Spektrum. Polysulfid nimmt Elektronen, wo sie durchkommen.
polysulfide-hint-alone = Polysulfid nimmt Elektronen, wo sie durchkommen.
focus = Das Nyquist-Diagramm zeigt
focus-all = Alles
focus-data = Daten
sentence-lithium = Der Bogen von Lithium hat **{ $resistance }**: Ionen gehen durch seine SEI, und keine Reaktion darauf hält sie auf.
drop = fällt auf 1/{ $factor }
no-drop = nichts ändert sich
behind = Dahinter:
one-or-two = ein Bogen oder zwei
where-resistance = Wo der Widerstand sitzt
geometry-symmetric = symmetrische Zelle
geometry-half = eine Elektrode
sentence-arc = Ein Bogen von **{ $resistance }** ({ $geometry }) mit Scheitel bei **{ $peak }**: { $process ->
    [film] der Film selbst
    [shared] der Film und das Polysulfid zusammen, das nur die Elektronen erreichen
    [polysulfide] Polysulfid, das auf dem Film reagiert
    [bare] Polysulfid, das auf der blanken Oberfläche reagiert
   *[reaction] die Reaktion auf dem Film
  }.
sentence-two = Zwei Bögen ({ $geometry }), zusammen **{ $resistance }**: **{ $surface }** bei **{ $surfacePeak }** durch { $process ->
    [polysulfide] Polysulfid, das auf dem Film reagiert
   *[reaction] die Reaktion auf dem Film
  }, **{ $film }** bei **{ $filmPeak }** durch { $carrier ->
    [ions] Ionen
    [both] Elektronen und Ionen
   *[electrons] Elektronen
  }, die { $carrier ->
    [ions] ihn durchqueren
    [both] ihn durchqueren
   *[electrons] ihn durchtunneln
  }.
sentence-film = Der Film trägt nur **{ $resistance }** bei { $peak } bei, weil { $carrier ->
    [ions] Ionen hindurchgehen
    [both] Elektronen und Ionen hindurchgehen
   *[electrons] Elektronen hindurchtunneln
  }.
sentence-blocked = Die blanke Oberfläche sperrt: Ohne Polysulfid reagiert nichts auf ihr.
sentence-alike = { $other ->
    [sei] Eine SEI
   *[anti] Eine Anti-SEI
  } mit denselben Widerständen sieht gleich aus; nur ein Versuch trennt die beiden.
sentence-unlike = Auf zwei Schienen hat { $other ->
    [sei] eine SEI
   *[anti] eine Anti-SEI
  } mit denselben Widerständen ein eigenes Spektrum.
sentence-apart = { $other ->
    [sei] In einer SEI sind die Elektronen gesperrt: Das Polysulfid findet keine, der Bogen bleibt.
   *[anti] In einer Anti-SEI kommen Elektronen zum Polysulfid, und der Bogen fällt.
  }
law-simmons = Ein Film nach Simmons
law-wkb = nach WKB bei { $temperature }
law-thermionic = über die Barriere
law-failed = nicht gültig
percent = { $value } %
preset-mg-ocv = Mg in Ruhe, frisch
preset-mg-ocv-1h = Mg in Ruhe, 1 h
preset-mg-ocv-20h = Mg in Ruhe, 20 h
preset-mg-ocv-72h = Mg in Ruhe, 72 h
preset-li-ocv = Li in Ruhe, frisch
preset-li-ocv-13h = Li in Ruhe, 13 h
preset-gc-polysulfide = Glaskohlenstoff, Polysulfid
preset-mg-polysulfide = Mg, Polysulfid
preset-operando-start = Mg operando, Beginn
preset-operando-before = Mg operando, 1 h
preset-operando-after = Mg operando, Polysulfid
preset-mg-galvanostatic = Mg unter Strom

## Daten
open-files = Spektren ablegen oder öffnen
drop-here = Loslassen, um die Spektren über das Modell zu zeichnen
your-data = { $count ->
    [one] Ihr Spektrum
   *[other] Ihre { $count } Spektren
  }
data-points = { $format }, { $points } Punkte
format-table = Tabelle
open-folder = Einen Ordner als Reihe öffnen
show-more = Alle { $count } zeigen
show-fewer = Weniger zeigen
area-for-all = { $area } cm² für alle
left-out-of = { $name }, weggelassen
left-out = { $count ->
    [one] Ein Punkt weggelassen
   *[other] { $count } Punkte weggelassen
  }.
put-back = Zurückholen
leave-out = Weglassen
leave-out-name = { $name }: weglassen
filter-mains = { $count ->
    [one] Ein Punkt
   *[other] { $count } Punkte
  } bei einem Vielfachen von 50 oder 60 Hz, neben der Linie der Nachbarn ({ $range }).
filter-saturation = { $count } Punkte mit demselben Wert, wie bei überschrittenem Messbereich ({ $range }).
filter-negative-real = { $count ->
    [one] Ein Punkt
   *[other] { $count } Punkte
  } mit negativem Realteil, wie durch Kabel oder Messgerät ({ $range }).
filter-zero-frequency = { $count ->
    [one] Ein Punkt
   *[other] { $count } Punkte
  } bei Frequenz null, wo es keine Impedanz zum Anpassen gibt.
export-data = Exportieren
export-title = Spektren exportieren
export-csv = CSV
export-csv-for = Tabellenkalkulation; alle Spektren, nichts geht verloren
export-json = JSON
export-json-for = Programme; alle Spektren, nichts geht verloren
export-zview = ZView .z
export-zview-for = ZView, ZPlot, die meisten Auswerteprogramme
export-impedance-py-csv = impedance.py CSV
export-impedance-py-csv-for = Frequenz, Re, Im für Python
export-pyimpspec-csv = pyimpspec CSV
export-pyimpspec-csv-for = pyimpspec, DearEIS
export-note = Weggelassene Punkte werden nicht geschrieben. Mehrere Spektren in einem Format für eines kommen als Zip.
export-saved = { $name } ist gespeichert.
export-failed = Das ließ sich nicht schreiben: { $reason }
show-data = { $name } zeigen
hide-data = { $name } ausblenden
remove-data = { $name } entfernen
remove-all = Alle entfernen
area = Elektrodenfläche
measured-on = Gemessen an
geometry-not-stated = Zelle oder Elektrode nicht angegeben
area-not-stated = Fläche nicht angegeben
and-more = und { $count } weitere
geometry-unknown = nicht angegeben
area-assumed = 1 cm² angenommen
area-bad = Geben Sie eine Fläche in cm² ein, etwa 1,13.
fitting = Der Bogen wird angepasst …
fit-failed = Es ließ sich kein Bogen anpassen: { $reason }
fit-resistance = Widerstand
fit-capacitance = Kapazität
fit-peak = Scheitel
fit-thickness = Dicke
fit-range = Rₛ–(R ‖ CPE) von { $from } bis { $to }; Dicke mit εᵣ = { $permittivity }. ± ist ein Standardfehler.
fit-of = Anpassung von { $name }

## Diagramme, Bilder, Tabellen
figure-plot-role = Diagramm
figure-keys = Pfeil links und rechts lesen die Punkte, auf und ab wechseln die Kurve, Plus und Minus vergrößern und verkleinern, Null zeigt alles, Umschalt mit Pfeil verschiebt.
figure-reset = Alles zeigen
figure-legend = Legende
figure-menu = Abbildung speichern oder kopieren
figure-svg = SVG, { $mm } mm breit
figure-png = PNG, { $mm } mm breit, 300 dpi
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
table-lower = untere Grenze
figure-values-of = Werte von: { $geometry }
table-rows = Die ersten { $shown } von { $all } Zeilen; die CSV-Datei hat alle.
film-title = Bild des Films
film-electrolyte = Elektrolyt
film-porous = poröser Film
film-compact = kompakter Film
film-ions-blocked = Ionen gesperrt
film-electrons-blocked = Elektronen gesperrt
film-polysulfide = Polysulfid
film-says-layers = Von unten: { $metal }, ein kompakter Film von { $compact } nm, ein poröser Film von { $porous } nm, Elektrolyt.
film-says-anti-sei = Elektronen tunneln durch den kompakten Film, Ionen sind gesperrt: eine Anti-SEI.
film-says-sei = Ionen gehen durch den kompakten Film, Elektronen sind gesperrt: eine SEI.
film-says-both = Ionen und Elektronen gehen durch den kompakten Film.
film-says-deposit-top = Metall ist auf dem Film abgeschieden.
film-says-deposit-under = Metall ist unter dem Film abgeschieden.
film-says-cracks = Risse sind auf { $share } % der Fläche offen.
film-says-polysulfide-reacts = Polysulfid nimmt an der Oberfläche des Films Elektronen auf.
film-says-polysulfide-idle = Polysulfid erreicht den Film und findet keine Elektronen.
bar-label = Wo der Widerstand sitzt
bar-nothing = kein Widerstand
figure-thinned = { $shown } von { $all } Punkten gezeichnet, kein Extremwert fehlt
