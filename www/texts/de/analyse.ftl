# Auswerten.
analyse-title = Auswerten
analyse-data = Daten
analyse-stage = Auswertung
analyse-tasks = Was zu tun ist
analyse-drop = Legen Sie hier ein Impedanzspektrum ab
analyse-drop-then = Es wird sofort angepasst und geprüft; einzustellen ist nichts.
analyse-more-samples = Alle Beispiele
analyse-add-sample = Ein Beispiel hinzufügen
task-arc = Bogen
task-arc-hint = Das Vorgehen der Studie: R und C eines Bogens und die Dicke, die daraus folgt
task-circuit = Ersatzschaltung
task-circuit-hint = Eine beliebige Ersatzschaltung anpassen
task-film = Filmmodell
task-film-hint = Filmdicke, Barriere und Reaktion: das Grenzphasenmodell selbst, angepasst
task-kramers-kronig = Kramers-Kronig
task-kramers-kronig-hint = Gehört das Spektrum zu einer ruhenden, linearen Zelle?
task-relaxation = Relaxationszeiten
task-relaxation-hint = Jeder Vorgang als Gipfel, ohne Ersatzschaltung
task-series = Reihe
task-series-hint = R, C und der Scheitel durch viele Spektren
task-verdict = Welcher Film?
task-verdict-hint = SEI oder Anti-SEI, aus vor und nach einer Redoxsonde
analyse-sample = Oder ein Beispiel nehmen
analyse-choose-sample = Wählen …
analyse-sample-note = Die Beispiele sind simuliert, mit Rauschen von 0,5 % von |Z| auf jedem Teil. Sie sind keine Messungen.
analyse-sample-read = { $count ->
    [one] Beispiel { $name } hinzugefügt.
   *[other] { $count } Beispiele hinzugefügt: { $name }.
  }
sample-growth = Mg in Ruhe, 72 h ({ $count } Spektren)
sample-probe = Mg vor und nach Polysulfid (2 Spektren)
sample-noise = simuliert, { $percent } % Rauschen
sample-format = simuliert
sample-mg = Mg in Ruhe
analyse-set = Auszuwertendes Spektrum
analyse-truth = Simuliert aus
truth-film = Film
truth-charge-transfer = Ladungsdurchtritt
truth-electrolyte = Elektrolyt
truth-separator-diffusion = Diffusion
truth-pores = Poren
analyse-empty-more = BioLogic, Gamry, Zahner, Autolab, ZView und andere Geräte, Tabellenblätter und einfache Tabellen. Die Dateien bleiben in diesem Browser.
geometry-measured = wie gemessen, auf die angegebene Elektrodenfläche bezogen
analyse-fit = Anpassung
analyse-running = Wird gerechnet …
analyse-progress = Fortschritt
analyse-done = { $done } von { $all }
cancel = Abbrechen
analyse-cancelled = Abgebrochen; gezeigt wird das Vorige.
analyse-again = Neu beginnen
analyse-export = Ergebnisse speichern
analyse-export-fit = Anpassung:
analyse-export-spectrum = Spektrum:
analyse-copy = Kopieren
analyse-copied = Die Anpassung ist in der Zwischenablage.
analyse-no-clipboard = Der Browser lässt diese Seite nicht an die Zwischenablage; speichern Sie die Anpassung als Datei.

residuals = Abweichungen
residual-axis = Abweichung, von |Z|
residual-summary = Es bleiben höchstens { $worst } % von |Z| übrig.
residual-patterned = Was übrig bleibt, ist kein Rauschen: Benachbarte Punkte liegen auf derselben Seite. Dem Modell fehlt hier etwas, und die angegebenen Fehler sind zu klein.

arc-sentence = Der Bogen hat { $resistance } und { $capacitance }; sein Scheitel liegt bei { $peak }.
arc-open = Der Bogen schließt sich in diesen Daten nicht: Wie groß er ist, sagen sie nicht.
arc-no-fit = { $name }, nicht angepasst.
arc-handle-low = unteres Ende des Bereichs
arc-handle-high = oberes Ende des Bereichs
arc-range = Rₛ–(R ‖ CPE) angepasst von { $from } bis { $to }; die zwei Ringe auf Stielen verschieben diesen Bereich, von Hand oder mit den Pfeiltasten.
arc-automatic = Bereich neu suchen
arc-thickness-is = Dicke für εᵣ = { $permittivity }, wenn C ganz dem Film gehört.{ $geometry ->
    [half] { "" }
    [symmetric] { " " }Wie in der Studie ist C das der ganzen Zelle: Von ihren zwei Filmen in Reihe wäre jeder { $one } dick.
   *[unknown] { " " }Ist dies eine symmetrische Zelle, so ist C das zweier Filme in Reihe, und jeder wäre halb so dick.
  }
arc-no-film = C ist zu groß für einen Film, der dünner als ein Atom wäre: Eine Dicke folgt daraus nicht.
arc-no-film-thick = C ist zu klein für einen Film, der dicker als 0,1 mm wäre: Es ist die Kapazität der Zelle oder ihrer Zuleitungen, und eine Dicke folgt daraus nicht.
error-is = ± ist ein Standardfehler.
arc-series = Serienwiderstand
arc-series-and-faster = Serienwiderstand mit schnelleren Bögen
arc-exponent = Exponent
arc-kk = Kramers-Kronig
arc-kk-look = Genauer ansehen
arc-handle-left = Start der Anpassung: Rₛ, linkes Ende des Bogens
arc-handle-right = Start der Anpassung: R, rechtes Ende des Bogens
arc-handle-top = Start der Anpassung: Frequenz und Exponent, Scheitel des Bogens
arc-start = Start
arc-start-how = Die kleinen Ringe an den Enden und am Scheitel des Bogens legen fest, wo die Anpassung beginnt.
arc-start-is = Die Anpassung beginnt, wo Sie es sagen: Rₛ = { $series }, R = { $resistance }, { $peak }, n = { $exponent }.
arc-start-same = Sie endet, wo sie auch allein endet.
arc-start-worse = Sie endet anderswo, wo χ² um { $share } % größer ist als allein.
arc-start-better = Sie endet an einer besseren Stelle: χ² ist um { $share } % kleiner als allein.
arc-start-from-data = Von den Daten aus beginnen
chi-square = Chi-Quadrat
chi-reduced = Reduziert
chi-modulus = χ² = Σ |Z − Z(Anpassung)|² / |Z|² über die angepassten Punkte; ν = 2 × Punkte − freie Parameter.
chi-proportional = χ² = Σ (ΔZ′ / Z′)² + (ΔZ″ / Z″)² über die angepassten Punkte; ν = 2 × Punkte − freie Parameter.
chi-unit = χ² = Σ |Z − Z(Anpassung)|² über die angepassten Punkte, in Ω²·cm⁴; ν = 2 × Punkte − freie Parameter.
aicc-is = AICc wägt die Anpassung gegen die Zahl der Parameter; kleiner ist besser, und nur Unterschiede zählen.

circuit = Ersatzschaltung
circuit-automatic = Der beste Vorschlag, bis Sie eine eigene Schaltung eingeben.
circuit-range = Angepasst von { $from } bis { $to }, dem Bereich, der unter Bogen gesetzt ist.
circuit-all-points = Alle Punkte nehmen
circuit-hint = Wie R0-p(R1,CPE1) oder R(RQ). Elemente: R, C, L, CPE (Q), W, Wo, Ws, G und mehr. Startwerte sind nicht nötig.
circuit-rank = Vorschläge vergleichen
circuit-ranking = Vorschläge, der beste zuerst
circuit-results = Parameter
circuit-sentence = { $circuit } an { $name } angepasst; es bleiben höchstens { $worst } % von |Z| übrig.
circuit-arc = { $name }: C, Scheitel
circuit-correlated = { $name } und { $other } lassen sich mit diesen Daten kaum trennen (Korrelation { $r }).
weighting = Gewichtung
weighting-modulus = nach |Z|
weighting-proportional = nach jedem Teil
weighting-unit = keine
parameter = Parameter
value = Wert
relative-error = Fehler

film-fit = Das Grenzphasenmodell daran anpassen
film-fit-pair = Das Grenzphasenmodell an beide anpassen
film-what = Was angepasst wird
film-one = Ein Spektrum
film-pair = Vor und nach einer Redoxsonde
film-taken-for = Gehalten für
film-anti-sei = Anti-SEI
film-sei = SEI
film-bare = Kein Film
film-results = Die Zelle, wie das Modell sie hat
film-part = Der ganzen Zelle: { $part }
film-open = Diese Zelle unter Erkunden öffnen
not-known = nicht bekannt
film-none = Das Modell ließ sich an diese Daten nicht anpassen.
film-misses = Im Mittel verfehlt das beste Modell diese Daten um { $share } % von |Z|: Diese Zelle hat etwas, das dem Modell fehlt.
film-no-film = Ein Film ist nicht nötig: Eine blanke Elektrode beschreibt dieses Spektrum ebenso gut, mit weniger Parametern.
film-only-bare = Nur eine blanke Elektrode ließ sich an diese Punkte anpassen: Ob da ein Film ist, sagen sie nicht.
film-one-tie = Ein Spektrum sagt nicht, was den Film durchquert: Anti-SEI und SEI beschreiben es gleich gut (ΔAICc = { $delta }). Ein zweites nach einer Redoxsonde sagt es.
film-one-better = Ein Spektrum sagt nicht, was den Film durchquert. Dass { $kind ->
    [sei] eine SEI
   *[anti-sei] eine Anti-SEI
  } besser zu diesem passt (ΔAICc = { $delta }), liegt an dem, woran das Modell jede Art bindet, etwa dem Tunnelgesetz: Ein Film der anderen Art mit demselben Widerstand hat dasselbe Spektrum. Ein zweites Spektrum, nachdem ein redoxaktiver Stoff dazukam, sagt es.
film-pair-anti-sei = Eine Anti-SEI beschreibt beide Spektren, eine SEI nicht: ΔAICc = { $delta }. Durch diesen Film kommen Elektronen zur Sonde.
film-pair-sei = Eine SEI beschreibt beide Spektren, eine Anti-SEI nicht: ΔAICc = { $delta }. Durch diesen Film kommen keine Elektronen zur Sonde.
film-pair-tie = Anti-SEI und SEI beschreiben beide Spektren gleich gut (ΔAICc = { $delta }): Diese Sonde sagt es nicht.
film-anti-sei-is = Elektronen tunneln durch diesen Film (Simmons); sein Widerstand folgt aus Dicke und Barriere.
film-sei-is = Ionen durchqueren diesen Film, Elektronen nicht; seine Barriere ist nicht zu sehen.
film-bare-is = Eine blanke Elektrode mit einer Reaktion in der Lösung und einer Doppelschicht.
film-note = Permittivität und effektive Masse sind nicht gemessen: Die Permittivität liegt im Bereich der Studie, die effektive Masse und das meiste Übrige sind angenommen (siehe Modell). Die Dicke geht mit der Permittivität: Gemessen wird die Kapazität.
film-two-electrodes = Beide Elektroden gelten als gleich.
film-one-electrode = Gemessen an einer Elektrode.
film-part-half = Der Elektrode: { $part }
film-parameter-rateCmPerS = Geschwindigkeitskonstante
film-parameter-doubleLayerUfPerCm2 = Doppelschichtkapazität
film-parameter-electrolyteOhmCm2 = Elektrolyt
film-parameter-polysulfideResistanceOhmCm2 = Ladungsdurchtritt der Sonde
film-parameter-polysulfideCapacitanceUfPerCm2 = Kapazität, die die Sonde hinzufügt

kk-word-valid = Gültig.
kk-word-suspect = Verdächtig.
kk-word-invalid = Ungültig.
kk-valid = Real- und Imaginärteil stimmen bis auf das Rauschen überein: Das Spektrum kann angepasst werden.
kk-suspect = Etwas stimmt nicht ganz; sehen Sie die Gründe an, bevor Sie anpassen.
kk-invalid = Real- und Imaginärteil widersprechen einander: Keine Anpassung dieses Spektrums bedeutet etwas.
kk-none = Noch nicht geprüft.
kk-z-hit = Aus der Phase allein ergibt sich der Betrag auf { $worst } % (Z-HIT); über die unterste Dekade weicht er im Mittel um { $low } % ab. Das Verfahren selbst irrt um bis zu etwa 2 %; was über dies und das Rauschen hinausgeht, heißt, dass die Zelle sich inzwischen geändert hat.
kk-z-hit-title = Betrag, gemessen und aus der Phase (Z-HIT)
kk-z-hit-measured = gemessen
kk-z-hit-phase = aus der Phase (Z-HIT)
kk-z-hit-difference = Abweichung
kk-noise = Rauschen eines Teils
kk-violation = Widerspruch
kk-drift = Drift während der Messung
kk-elements = RC-Glieder
kk-chi = Pseudo-Chi-Quadrat
kk-note = Lineare Kramers-Kronig-Prüfung (nach Boukamp 1995 und Schönleber, Klotz, Ivers-Tiffée 2014, die Zahl der Glieder aber nach Akaikes Kriterium statt nach μ); dazu werden die Folgen der Abweichungen und eine gleichmäßige Drift geprüft. Anteile beziehen sich auf |Z|.

drt-title = Verteilung der Relaxationszeiten
drt-tau = Zeitkonstante
drt-lambda = Glättung
drt-automatic = λ selbsttätig wählen (verallgemeinerte Kreuzvalidierung)
drt-area = Fläche unter allen Gipfeln
drt-sentence = { $count ->
    [0] In { $name } ragt kein Gipfel heraus.
    [one] Ein Gipfel in { $name }: { $peaks }.
   *[other] { $count } Gipfel in { $name }: { $peaks }.
  }
drt-note = Tikhonov-Regularisierung, γ ≥ 0. Ein kleines λ zerlegt Rauschen in Gipfel, ein großes verschmilzt sie: Glauben Sie, was über einen Bereich von λ bleibt.

series-needs = Eine Reihe braucht zwei Spektren oder mehr. Ziehen Sie mehrere Dateien herein, oder nehmen Sie das Beispiel „Mg in Ruhe, 72 h“.
series-follow = Was verfolgt wird
series-arc = Ein Bogen, wie die Studie
series-circuit = { $circuit }
series-title = Durch die Reihe
series-time = Zeit
series-number = Spektrum
series-sentence = Über { $count } Spektren geht der Widerstand von { $from } auf { $to }.
series-unknown = { $count ->
    [one] Die Daten eines Spektrums sagen den Widerstand nicht.
   *[other] Die Daten von { $count } Spektren sagen den Widerstand nicht.
  }
series-no-arc = Diese Schaltung hat keinen Bogen, der verfolgt werden kann.
series-by-time = In der Reihenfolge der Messung. Balken sind ein Standardfehler.
series-by-name = In der Reihenfolge der Namen, weil nicht für alle eine Zeit bekannt ist. Balken sind ein Standardfehler.
series-notes = { $count ->
    [one] Eine Bemerkung
   *[other] { $count } Bemerkungen
  }

verdict-needs = Welcher Film es ist, sagen zwei Spektren einer Zelle, vor und nach einer Redoxsonde wie Polysulfid. Ziehen Sie beide herein, oder nehmen Sie das Beispiel.
verdict-before = Vor der Sonde
verdict-after = Nach der Sonde
verdict-same = Wählen Sie zwei verschiedene Spektren.
areas-unlike = Die Elektrodenfläche von { $names } ist nicht bekannt, die der übrigen schon: Ihre Widerstände lassen sich nicht vergleichen. Geben Sie die Fläche beim Spektrum ein.
verdict-range = { $which }: von { $from } bis { $to }, dem Bereich, der unter Bogen gesetzt ist.
verdict-word-sei = SEI.
verdict-word-anti-sei = Anti-SEI.
verdict-word-undecided = Unentschieden.
verdict-sei = Der Bogen blieb: kein Zeichen, dass Elektronen aus diesem Film kommen.
verdict-anti-sei = Der Bogen fiel: Elektronen kommen aus diesem Film und erreichen die Sonde.
verdict-undecided = Diese zwei Spektren sagen es nicht.
verdict-none = Zwei Spektren, noch nicht verglichen.
verdict-drop = Faktor des Abfalls
verdict-interval = 95-%-Intervall
verdict-note = ΔAICc ist die Evidenz für die Anti-SEI: AICc(SEI: der Bogen bleibt) − AICc(Anti-SEI: der Bogen fällt mindestens auf ein Drittel). Sie gilt für diese zwei Spektren; eine Sonde, die den Film angreift, sähe ebenso aus.

behind-eq1 = Gl. 1
behind-peak = Scheitelfrequenz
behind-thickness = Dicke
behind-permittivity = Permittivität der Studie
behind-fit = was eine Anpassung klein macht
behind-cpe = Konstantphasenelement
behind-kk = eine Kette von RC-Gliedern
behind-drt = Relaxationszeiten
behind-circuit = die Schaltung
behind-tunnelling = Tunneln
behind-film-capacitance = Kapazität des Films
behind-reaction = die Reaktion
