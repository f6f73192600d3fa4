# Operando, Strom und Karte.
experiment = Experiment
play = Abspielen
pause = Anhalten
speed = Tempo
time = Zeit
axis = Achse
axis-time = Zeit
axis-capacity = Kapazität
time-axis = Zeit
capacity-axis = Kapazität
arc-resistance = Bogen
sei-twin = SEI-Zwilling
paper-values = die Studie

operando-title = Operando
operando-polysulfide = Polysulfid
operando-rest = In Ruhe
operando-polysulfide-note = Eine Mg-Zelle passiviert eine Stunde lang. Dann wird Polysulfid zupipettiert, und sonst ändert sich nichts (Abb. 5g, h).
operando-grows = Was vorher wächst
grows-reaction-sites = Plätze gehen verloren
grows-film = Der Film
grows-both = Beides
operando-added = In der Pipette
operando-added-note = die Studie: 0,5 M, in der Zelle auf 0,1 M verdünnt
addition = Polysulfid
operando-over-time = Bogen über die Zeit
operando-spectra = Spektrum jetzt
operando-before = Nach { $time } zeigen beide Filme dasselbe Spektrum: { $anti } auf { $film ->
    [ions] Ihrem Film, einer SEI
    [both] dem gemischten Film
   *[electrons] der Anti-SEI
  }, { $sei } auf dem SEI-Zwilling. Nichts darin unterscheidet sie.
operando-after = Nach { $time }, mit Polysulfid in der Zelle: { $film ->
    [ions] Ihr Film, eine SEI, zeigt
    [both] Der gemischte Film zeigt
   *[electrons] Die Anti-SEI zeigt
  } { $anti }{ $fell ->
    [yes] . Als es kam, wurde der Bogen { $factor }-mal kleiner, weil die Elektronen, die hindurchtunneln, sofort reagieren.
   *[no] . Das Polysulfid änderte daran weniger als ein Zwanzigstel: Kaum ein Elektron kommt aus diesem Film.
  } Der SEI-Zwilling zeigt { $sei }; er lässt kein Elektron hinaus, also ändert das Polysulfid { $same ->
    [yes] nichts
   *[no] ihn um einen Faktor { $seiFactor }
  }.{ $grows ->
    [film] {" "}Hier war der Film selbst gewachsen, und dieser Teil des Bogens bleibt: Nur verlorene Reaktionsplätze ergeben den ganzen Abfall der Studie.
    [both] {" "}Die Hälfte des Wachstums war der Film selbst, und dieser Teil des Bogens bleibt.
   *[other] {""}
  }

operando-rest-note = Zwei Zellen bei offenem Stromkreis, ganz ohne Strom: Magnesium mit Ihrem Film, Lithium mit seiner SEI (Abb. 2).
rest-mg = Mg, { $film ->
    [ions] SEI
    [both] gemischter Film
   *[electrons] Anti-SEI
  }
rest-li = Li, SEI
rest-left = Mg, käme jetzt Polysulfid
rest-over-time = Bögen in Ruhe
rest-sentence = Nach { $time } misst der Bogen von Magnesium { $mg }, sein Scheitel liegt bei { $peak }, die Kapazität bei { $capacitance }{ $grown ->
    [yes] : Gewachsen ist der Widerstand, die Kapazität weit weniger.
   *[no] .
  } Lithiums Bogen misst { $li } und bleibt bald stehen. Käme jetzt Polysulfid, blieben von Magnesiums Bogen { $left }{ $why ->
    [ions] : aus diesem Film kommt kein Elektron.
    [film] : der Film selbst ist gewachsen, und das bleibt.
    [both] : die Hälfte des Wachstums war das des Films, und die bleibt.
    [sites] , denn verloren gingen Reaktionsplätze, und Elektronen kommen weiter hindurch.
    [fresh] , denn Elektronen kommen hindurch.
   *[little] .
  }

current-title = Unter Strom
current-note = Eine Elektrode gegen eine Referenz. Abgeschieden wird auf dem Film; zum Auflösen muss er aufbrechen (Abb. 4).
direction = Richtung
direction-strip = Auflösen
direction-plate = Abscheiden
current-density = Stromdichte
current-strip = Auflösen
current-plate = Abscheiden
overpotential = Überspannung
current-parts = Wo die Spannung bleibt
share-of-overpotential = Anteil
part-filmV = Film
part-chargeTransferV = Ladungsdurchtritt
part-concentrationV = Konzentration
part-ohmicV = Elektrolyt
part-ohmic-pits = Elektrolyt und Gruben
current-plate-sentence = Abscheiden mit { $current } mA·cm⁻² kostet { $after }: { $drop } davon treibt Elektronen durch den Film, der Rest ist vor allem die Reaktion obenauf. Nichts bricht auf, also fällt nichts. Bei diesem Strom ist der differentielle Widerstand des Films { $filmOhm }, der des Ladungsdurchtritts { $chargeTransferOhm }.
current-strip-sentence = Auflösen mit { $current } mA·cm⁻² beginnt bei { $before } und fällt nach etwa { $activation } auf { $after }, wenn genug vom Film gerissen ist. Risse er nie, müssten Ionen hindurch, und das bräuchte { $uncracked }.
current-still-sentence = Auflösen mit { $current } mA·cm⁻² beginnt bei { $before } und endet bei { $after }: Was bei diesem Strom reißt, ändert daran kaum etwas. Risse der Film nie, müssten Ionen hindurch, und das bräuchte { $uncracked }.
current-leaky-sentence = Auflösen mit { $current } mA·cm⁻² begänne bei { $before } und endete bei { $after }, ließen nur Risse das Metall heraus. Ionen könnten diesen Film aber unversehrt für { $uncracked } durchqueren: Er muss nicht reißen, und dieses Modell des Auflösens gilt für ihn nicht.
current-sei-sentence = { $direction ->
    [plate] Abscheiden
   *[strip] Auflösen
  } mit { $current } mA·cm⁻² kostet von Anfang bis Ende { $after }: Ionen kommen durch diesen Film, und { $drop } davon treibt sie hindurch. Nichts reißt, also fällt nichts.
current-table = Überspannung: dieser Film und die Studie
strip-after = Aufgelöst, danach
current-table-note = Zuerst dieser Film, dann in Violett der Wert der Studie. Die Studie traut ihrer Mg-Referenz keine 10 mV zu.
current-sei = Dieser Film ist eine SEI: Ionen kommen hindurch, also braucht weder Abscheiden noch Auflösen einen Riss.

map-title = Welcher Film?
map-note = Jeder Punkt ist ein Film. Linien verbinden Filme, die Elektronen gleich viel kosten; ziehen Sie den Ring.
map-figure = Barriere gegen Dicke
map-region = passt zur Studie
map-thermionic = über die Barriere
map-handle = der Film
map-sentence = Ein Film von { $thickness } mit einer Barriere von { $barrier } kostet Elektronen { $resistance }, { $region ->
    [inside] wie es die Studie verlangt (0,5 bis 5 kΩ·cm²).
    [below] weniger als die 0,5 bis 5 kΩ·cm² der Studie.
   *[above] mehr als die 0,5 bis 5 kΩ·cm² der Studie.
  } { $thermionic ->
    [yes] Bei dieser Temperatur gehen { $percent } % über die Barriere statt hindurch: nach Simmons’ Gesetz allein sähe er besser aus, als er ist.
   *[no] Die Elektronen tunneln: { $percent } % gehen über die Barriere.
  }
map-fixed = Die Karte gilt für Tunneln nach dem WKB-Gesetz. Der Film dieser Zelle hat stattdessen einen festen Widerstand für Elektronen: { $resistance }.

behind-sites = Verlust von Plätzen
behind-growth = Wachstum der SEI
behind-polysulfide = Polysulfid
behind-arc = ein Bogen oder zwei
behind-capacitance = Kapazität der Zelle
behind-hours = 13 oder 20 Stunden
behind-parts = Teile der Überspannung
behind-tunnelling = Tunneln
behind-reaction = die Reaktion
behind-concentration = Konzentration
behind-cracks = Risse
behind-one-film = ein Film, zwei Versuche
behind-tenfold = der Abfall in der Studie
behind-barrier = eine Barriere von 0,1 eV
behind-emission = Emission über die Barriere
