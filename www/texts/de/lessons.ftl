# Geführte Lektionen. Aufbau und Schlüssel wie im Englischen.

lessons-title = Lektionen
lessons-lead = Kurze geführte Versuche mit einer simulierten Zelle. Vorhersagen, bewegen, sehen, erklären. Nichts wird gespeichert oder gesendet: Der Fortschritt steht im Link.
lessons-minutes = { $minutes } min
lessons-steps-done = { $done } von { $steps } Schritten erledigt
lessons-start = Beginnen
lessons-continue = Weiter
lessons-again = Noch einmal
lessons-all = Alle Lektionen
lessons-teacher = Für Lehrende
lessons-mystery = Rätselzelle
lessons-step = Schritt { $step } von { $steps }
lessons-predict = Vorhersagen
lessons-move = Bewegen
lessons-see = Sehen
lessons-explain = Erklären
lessons-equation = Die Gleichung dahinter
lessons-predict-first = Wählen Sie, was Sie erwarten. Falsche Vermutungen zählt niemand.
lessons-prediction-right = Ihre Vorhersage war richtig: { $choice }
lessons-prediction-wrong = Erwartet: { $choice } Der Versuch zeigt: { $right }
lessons-prediction-none = Der Versuch zeigt: { $right }
lessons-task-done = Geschafft.
lessons-not-yet = Noch nicht.
lessons-reset = Zurück zum Anfang dieses Schritts
lessons-show-solution = Einen Weg zeigen
lessons-next = Nächster Schritt
lessons-previous = Schritt davor
lessons-next-lesson = Nächste Lektion: { $title }
lessons-finished = Alle Schritte dieser Lektion sind erledigt.
lessons-locked = In diesem Schritt fest
lessons-copy-link = Link kopieren
lessons-copied = Der Link ist in der Zwischenablage.
lessons-copy-failed = Der Browser lässt diese Seite nicht an die Zwischenablage. Den Link markieren und kopieren.
lessons-symmetric = Die Zahlen sind die der symmetrischen Zelle.
lessons-electrode = Die Zahlen sind die einer Elektrode.
lessons-curve-arc = Bogen
lessons-curve-ghost = Anfang des Schritts
lessons-curve-mg = Mg-Zelle
lessons-curve-yours = Ihr Film
lessons-curve-reference = Film der Studie
lessons-curve-before = vor dem Polysulfid
lessons-curve-data = verrauschte Daten
lessons-curve-fit = Anpassung
lessons-curve-line = d = ε₀εᵣ / C
lessons-curve-tem-low = TEM, 7 nm (Abb. 3k)
lessons-curve-tem-high = TEM, 10 nm (Abb. 3k)
lessons-curve-stripping = Auflösen
lessons-curve-plating = Abscheiden
lessons-curve-paper-plating = Abscheiden in der Studie (Abb. 4b)
lessons-curve-paper-stripping = Auflösen in der Studie (Results)
lessons-axis-capacitance = Kapazität
lessons-axis-thickness = Filmdicke
lessons-axis-time = Zeit
lessons-axis-overpotential = Überspannung
lessons-axis-current = Stromdichte
lessons-nyquist-summary = Ein Bogen von { $left } bis { $right } auf der reellen Achse, { $height } hoch.
lessons-bode-summary = Der Betrag der Impedanz fällt von { $right } bei niedriger Frequenz auf { $left } bei hoher.
lessons-chart-summary = { $y } über { $x }.

# Ablesungen
lessons-read-left = Bogen beginnt bei
lessons-read-right = Bogen endet bei
lessons-read-height = Höhe
lessons-read-flatness = Höhe durch Breite
lessons-read-markerRe = Z′ an der Marke
lessons-read-markerIm = −Z″ an der Marke
lessons-read-peak = Scheitelfrequenz
lessons-read-arc = Bogenwiderstand R
lessons-read-capacitance = Kapazität C (Gl. 1)
lessons-read-exponent = Exponent P
lessons-read-thickness = Filmdicke d
lessons-read-electrode = Kapazität einer Elektrode
lessons-read-electrodeThickness = Dicke aus einer Elektrode
lessons-read-te = von Elektronen getragen, tₑ
lessons-read-film = Film
lessons-read-filmPeak = Scheitel des Filmbogens
lessons-read-transfer = Ladungsdurchtritt
lessons-read-total = Film und Reaktion
lessons-read-apart = größter Abstand vom Film der Studie
lessons-read-before = Bogen vor dem Polysulfid
lessons-read-drop = vorher durch nachher
lessons-read-pores = Elektrolyt in den Poren
lessons-read-poreShare = Anteil am Bogen
lessons-read-truth = wahres R
lessons-read-vague = Fehlerbalken von R
lessons-read-off = Abstand von der Wahrheit
lessons-read-sigmas = Abstand in Fehlerbalken
lessons-read-chi = reduziertes χ²
lessons-read-grown = Wachstum während der Messung
lessons-read-residual = größte Abweichung
lessons-read-minutes = Dauer der Messung
lessons-read-uncracked = Abfall, wenn der Film nie risse
lessons-read-stripBefore = Auflösen, vorher
lessons-read-stripAfter = Auflösen, nachher
lessons-read-activation = Aktivierung nach
lessons-read-charge = Ladung bis dahin
lessons-read-plating = Abscheiden
lessons-read-asymmetry = Abscheiden durch Auflösen
lessons-read-current = Stromdichte

# Regler
lessons-control-rs = Elektrolyt
lessons-control-r = Widerstand
lessons-control-c = Kapazität
lessons-control-f = Markierte Frequenz
lessons-control-t = CPE-Koeffizient
lessons-control-p = CPE-Exponent
lessons-control-eps = Permittivität
lessons-control-low = Niedrigste angepasste Frequenz
lessons-control-high = Höchste angepasste Frequenz
lessons-control-rate = Wachstum von R
lessons-control-lowest = Niedrigste gemessene Frequenz
lessons-control-activeShare = Aktive Plätze
lessons-control-ionicResistanceOhmCm2 = Film, für Ionen
lessons-control-fixedResistanceOhmCm2 = Film, für Elektronen
lessons-control-electronicTransference = Anteil der Elektronen
lessons-control-polysulfideMolPerL = Polysulfid zugegeben
lessons-control-porousNm = Poröser Film
lessons-control-porosity = Porosität
lessons-control-tortuosity = Tortuosität
lessons-control-current = Stromdichte
lessons-control-time = Markierte Zeit

## 1 Was ein Bogen ist
lesson-arc-title = Was ein Bogen ist
lesson-arc-aim = Ein Nyquist-Diagramm lesen: wo der Bogen beginnt, wo er endet und wo seine Frequenzen liegen.
lesson-arc-mistakes = Lernende lesen die Frequenz von links nach rechts, wie an jeder anderen Achse. Im Nyquist-Diagramm fällt sie von links nach rechts und steht an keiner Achse: Lassen Sie es in Schritt 3 laut sagen. Viele halten auch das rechte Ende des Bogens für seinen Widerstand und vergessen den Elektrolyten davor (Schritt 2 bemerkt das und sagt es).

lesson-arc-1-say = An eine Zelle wird eine kleine Wechselspannung bei vielen Frequenzen gelegt. Jeder Punkt ist die Antwort bei einer davon: nach rechts der Teil der Impedanz, der mit der Spannung im Takt ist (Z′), nach oben der, der nachhinkt (−Z″). Diese Zelle hat einen Elektrolyten, dann eine Reaktion neben einer Kapazität.
lesson-arc-1-ask = Der Widerstand des Elektrolyten wächst. Was tut der Bogen?
lesson-arc-1-a = Er rückt nach rechts und behält seine Größe.
lesson-arc-1-b = Er wird breiter.
lesson-arc-1-c = Er wird höher.
lesson-arc-1-task = Lassen Sie den Bogen bei 50 Ω·cm² beginnen.
lesson-arc-1-low = Der Bogen beginnt bei { $left }: Der Elektrolyt muss mehr Widerstand haben.
lesson-arc-1-high = Der Bogen beginnt bei { $left }: Der Elektrolyt muss weniger Widerstand haben.
lesson-arc-1-explain = Bei den höchsten Frequenzen lässt die Kapazität den Strom ungehindert durch, als wäre die Reaktion nicht da. Übrig bleibt der Elektrolyt, und der liegt mit allem in Reihe: Der ganze Bogen rückt um seinen Widerstand. Darum liest man das linke Ende als Elektrolytwiderstand.

lesson-arc-2-say = Nun die Reaktion. Ihr Widerstand liegt neben der Kapazität der Oberfläche: Der Strom kann beide Wege nehmen.
lesson-arc-2-ask = Der Widerstand der Reaktion wird verdoppelt. Was tut der Bogen?
lesson-arc-2-a = Er wird doppelt so breit und behält seine Höhe.
lesson-arc-2-b = Er wird doppelt so breit und doppelt so hoch.
lesson-arc-2-c = Er rückt nach rechts und behält seine Größe.
lesson-arc-2-task = Lassen Sie den Bogen bei 300 Ω·cm² enden. Der Elektrolyt bleibt bei 50.
lesson-arc-2-low = Der Bogen endet bei { $right }: Die Reaktion muss mehr Widerstand haben.
lesson-arc-2-high = Der Bogen endet bei { $right }: Die Reaktion muss weniger Widerstand haben.
lesson-arc-2-width = Ihr Bogen ist 300 Ω·cm² breit, aber er beginnt bei { $left } und endet deshalb bei { $right }. Das Ende ist die Summe.
lesson-arc-2-explain = Der Bogen ist ein Halbkreis mit dem Durchmesser R: so breit wie R, halb so hoch. Er reicht von { $left } bis { $right }, die Reaktion hat also die Differenz. Das rechte Ende ist Elektrolyt und Reaktion zusammen.

lesson-arc-3-say = Ein Nyquist-Diagramm verbirgt die Frequenzen. Hier ist eine davon markiert, in beiden Bildern: Das Bode-Diagramm hat die Frequenz als Achse.
lesson-arc-3-ask = Wo auf dem Bogen sind die hohen Frequenzen?
lesson-arc-3-a = Am linken Ende.
lesson-arc-3-b = Am rechten Ende.
lesson-arc-3-c = Am Scheitel.
lesson-arc-3-task = Setzen Sie die Marke auf den Scheitel des Bogens.
lesson-arc-3-low = Die Marke liegt auf der rechten Flanke, bei { $markerRe }: Die Frequenz ist zu niedrig.
lesson-arc-3-high = Die Marke liegt auf der linken Flanke, bei { $markerRe }: Die Frequenz ist zu hoch.
lesson-arc-3-explain = Der Scheitel liegt bei { $peak }. Dort tragen Widerstand und Kapazität gleich viel Strom. Darüber trägt die Kapazität mehr und der Punkt wandert nach links, darunter der Widerstand und er wandert nach rechts. Die Scheitelfrequenz ist nach der Breite das Zweite, was man an einem Bogen abliest.

lesson-arc-4-say = Jede Messung hört irgendwo auf. Diese endet bei 20 mHz wie die Spektren der Studie (Experimental details).
lesson-arc-4-ask = Eine Reaktion ist so langsam, dass der Scheitel ihres Bogens unter 20 mHz liegt. Was sieht man?
lesson-arc-4-a = Einen ganzen Bogen, nur größer.
lesson-arc-4-b = Nur seine linke Flanke: eine Linie, die noch steigt.
lesson-arc-4-c = Gar nichts.
lesson-arc-4-task = Lassen Sie den Scheitel des Bogens die Messung verlassen.
lesson-arc-4-low = Der Scheitel ist noch darin, der Bogen biegt um. Die Reaktion muss mehr Widerstand haben.
lesson-arc-4-explain = Was bleibt, sieht aus wie eine sperrende Elektrode, und niemand kann aus diesem Stück allein sagen, wo der Bogen enden würde. Lektion 8 fragt, wie viel von einem Bogen man braucht, um seinem Widerstand zu glauben.

## 2 R, C und der Scheitel
lesson-peak-title = R, C und der Scheitel
lesson-peak-aim = Widerstand, Kapazität und Scheitelfrequenz verbinden und an einem wachsenden Bogen sagen, was von beiden wuchs.
lesson-peak-mistakes = Lernende erwarten von einer größeren Kapazität einen größeren Bogen. Sie ändert seine Größe nicht, nur wie schnell er durchlaufen wird. In Schritt 2 bewegen viele nur einen Regler und geben auf: Es braucht beide. In Schritt 3 C vorher und nachher ablesen lassen: Es bleibt, und auf dieser Beobachtung baut die Studie auf.

lesson-peak-1-say = Dieser Bogen hat { $arc } und { $capacitance }, die Zahlen einer frischen Magnesiumzelle der Studie (Abb. 2a, b). Sein Scheitel liegt bei { $peak }.
lesson-peak-1-ask = Die Kapazität wird verdoppelt, der Widerstand bleibt. Was ändert sich?
lesson-peak-1-a = Der Bogen wird größer.
lesson-peak-1-b = Der Bogen sieht gleich aus, seine Scheitelfrequenz ist halbiert.
lesson-peak-1-c = Der Bogen wird flacher.
lesson-peak-1-task = Bringen Sie die Scheitelfrequenz unter 0,1 Hz, ohne den Widerstand zu ändern.
lesson-peak-1-high = Der Scheitel liegt bei { $peak }. Eine größere Kapazität lädt sich langsamer.
lesson-peak-1-explain = f = 1/(2πRC): Hier ergeben { $arc } und { $capacitance } zusammen { $peak }. Im Nyquist-Diagramm sind die Punkte nur auf demselben Kreis gewandert. Das Bode-Diagramm zeigt die Verschiebung sofort.

lesson-peak-2-say = Jetzt lässt sich beides bewegen. Der Anfang des Schritts bleibt als blasse Kurve stehen.
lesson-peak-2-ask = Der Widerstand wächst auf das Fünffache. Was muss die Kapazität tun, damit die Scheitelfrequenz bleibt?
lesson-peak-2-a = Auch auf das Fünffache wachsen.
lesson-peak-2-b = Auf ein Fünftel fallen.
lesson-peak-2-c = Bleiben, wie sie ist.
lesson-peak-2-task = Machen Sie den Bogen mindestens 200 kΩ·cm² breit und halten Sie den Scheitel bei 0,234 Hz.
lesson-peak-2-small = Der Bogen ist { $arc } breit: zuerst mehr Widerstand.
lesson-peak-2-slow = Breit genug, aber der Scheitel liegt bei { $peak }: zu langsam. Weniger Kapazität.
lesson-peak-2-fast = Breit genug, aber der Scheitel liegt bei { $peak }: zu schnell. Mehr Kapazität.
lesson-peak-2-explain = Das Produkt RC bestimmt die Frequenz, der Widerstand allein die Größe. Wächst ein Bogen bei fester Frequenz, so fällt seine Kapazität; wächst er, während die Frequenz im gleichen Maß fällt, so bleibt sie. Zwei Ablesungen, zwei Unbekannte.

lesson-peak-3-say = Das ist die Magnesiumzelle der Studie, wie die Seite sie simuliert. Der Regler nimmt der Oberfläche Plätze, an denen sie reagieren kann.
lesson-peak-3-ask = In der Studie wuchs der Bogen in 20 Stunden von 40 auf 400 kΩ·cm², und seine Scheitelfrequenz fiel im gleichen Maß (Abb. 2b). Was wuchs?
lesson-peak-3-a = Nur der Widerstand.
lesson-peak-3-b = Nur die Kapazität.
lesson-peak-3-c = Beides.
lesson-peak-3-task = Bringen Sie den Bogen auf 400 kΩ·cm² (auf 5 %) und beobachten Sie die Kapazität.
lesson-peak-3-low = Der Bogen hat { $arc }. Weniger Plätze bedeuten mehr Widerstand.
lesson-peak-3-high = Der Bogen hat { $arc }: zu wenige Plätze sind übrig.
lesson-peak-3-explain = R ist jetzt { $arc }, C ist { $capacitance }, der Scheitel ist auf { $peak } gesunken. Die Studie liest die gleichbleibende Kapazität als eine Oberfläche, die bleibt, während Reaktionsplätze von ihr verschwinden. Das ist die Lesart der Studie; Lektion 10 prüft eine andere.

## 3 Gedrückte Bögen
lesson-depressed-title = Gedrückte Bögen und Gl. 1
lesson-depressed-aim = Ein Konstantphasenelement mit Vorsicht benutzen: T ist keine Kapazität, und Gl. 1 braucht R.
lesson-depressed-mistakes = Lernende nennen T „die Kapazität“. Die Einheit widerspricht: Sie enthält eine Potenz der Sekunde. Schritt 2 lohnt das Gespräch: Bei P unter 1 lässt ein wachsendes R die Kapazität nach Gl. 1 wachsen, obwohl sich an der Oberfläche nichts geändert hat. In Schritt 3 suchen manche 17 µF·cm⁻² und wundern sich; wir auch.

lesson-depressed-1-say = Wirkliche Bögen sind flacher als ein Halbkreis. Üblich ist die Beschreibung durch ein Konstantphasenelement mit Koeffizient T und Exponent P anstelle der Kapazität.
lesson-depressed-1-ask = Der Exponent geht von 1 auf 0,8. Was geschieht mit dem Bogen?
lesson-depressed-1-a = Er wird niedriger und behält seine Breite.
lesson-depressed-1-b = Er wird schmaler und behält seine Höhe.
lesson-depressed-1-c = Er behält seine Form, nur die Frequenzen ändern sich.
lesson-depressed-1-task = Machen Sie den Bogen 0,40-mal so hoch wie breit. Ein Halbkreis hat 0,50.
lesson-depressed-1-low = Höhe durch Breite ist { $flatness }: zu flach.
lesson-depressed-1-high = Höhe durch Breite ist { $flatness }: noch zu rund.
lesson-depressed-1-explain = Der Bogen ist Teil eines Kreises, dessen Mittelpunkt unter der Achse liegt. Der Widerstand ist weiter die Breite. Die Studie nennt ihre Bögen „slightly deformed“ (Results) und passt R und ein CPE an.

lesson-depressed-2-say = Für einen Bogen mit CPE berechnet die Studie eine Kapazität nach ihrer Gl. 1, aus T, P und dem Widerstand des Bogens: R geht mit der Potenz (1 − P)/P ein.
lesson-depressed-2-ask = T und P bleiben, der Widerstand wächst auf das Zehnfache, P ist 0,8. Was sagt Gl. 1 über die Kapazität?
lesson-depressed-2-a = Sie bleibt.
lesson-depressed-2-b = Sie wächst.
lesson-depressed-2-c = Sie fällt.
lesson-depressed-2-task = Verdoppeln Sie die Kapazität nach Gl. 1 nur mit dem Widerstand.
lesson-depressed-2-low = Gl. 1 ergibt { $capacitance }, weniger als das Doppelte des Anfangs.
lesson-depressed-2-high = Gl. 1 ergibt { $capacitance }, mehr als das Doppelte des Anfangs.
lesson-depressed-2-explain = Bei P = 0,8 brauchte es den sechzehnfachen Widerstand, denn er steht mit der Potenz ein Viertel darin. Je näher P an 1 ist, desto schwächer wird das. Kriecht also eine Kapazität nach oben, während ein Bogen wächst, so ändert sich vielleicht die Oberfläche, vielleicht nur Gl. 1. Sehen Sie auf P, bevor Sie entscheiden.

lesson-depressed-3-say = Die Operando-Zelle der Studie zeigte 180 kΩ·cm² mit dem Scheitel bei 250 mHz (Abb. 5g).
lesson-depressed-3-ask = Welche Kapazität gehört zu diesen beiden Zahlen?
lesson-depressed-3-a = Etwa 17 µF·cm⁻², wie in Abb. 2b.
lesson-depressed-3-b = Etwa 36 µF·cm⁻², wie nach 72 h.
lesson-depressed-3-c = Etwa 3,5 µF·cm⁻².
lesson-depressed-3-task = Bewegen Sie T, bis der Scheitel bei 250 mHz liegt.
lesson-depressed-3-low = Der Scheitel liegt bei { $peak }: zu langsam. Weniger T.
lesson-depressed-3-high = Der Scheitel liegt bei { $peak }: zu schnell. Mehr T.
lesson-depressed-3-explain = { $arc } bei { $peak } sind { $capacitance }, ein gutes Stück weniger als die 17 µF·cm⁻² aus Abb. 2b. Die beiden Zellen waren verschieden gebaut, mager und geflutet; die Studie sagt dazu nichts. Scheitel und Breite zusammen geben immer die Kapazität: Prüfen Sie damit, was man Ihnen sagt.

## 4 SEI oder nicht
lesson-who-title = SEI oder nicht: wer den Strom trägt
lesson-who-aim = Sagen, was einen Film zur SEI oder zur „Anti-SEI“ macht, und sehen, dass ein Spektrum in Ruhe es nicht verrät.
lesson-who-mistakes = Lernende meinen, der größere Widerstand zähle. Nebeneinander zählt der kleinere. In Schritt 2 wollen manche den festen Regler auf die Zahlen des Studienfilms stellen: Es geht darum, die Kurve mit gesperrten Elektronen zu decken. Betonen Sie, dass die Filme ihrer Natur nach Gegensätze und im Bild gleich sind.

lesson-who-1-say = Zwischen Metall und Elektrolyt liegt ein kompakter Film. Ionen und Elektronen können ihn nebeneinander durchqueren. Die Studie gibt den Ionen ihres Magnesiumfilms etwa MΩ·cm², den Elektronen höchstens einige kΩ·cm² (Discussion).
lesson-who-1-ask = Zwei Wege nebeneinander, einer mit 1 MΩ·cm², einer mit 2 kΩ·cm². Welcher bestimmt den Widerstand des Films?
lesson-who-1-a = Der größere.
lesson-who-1-b = Der kleinere.
lesson-who-1-c = Die Summe beider.
lesson-who-1-task = Lassen Sie Ionen mehr als die Hälfte des Stroms durch diesen Film tragen.
lesson-who-1-high = Elektronen tragen noch { $te } des Stroms. Die Ionen brauchen einen leichteren Weg.
lesson-who-1-explain = Jetzt tragen Elektronen nur { $te }. Wo Ionen den Strom tragen und Elektronen nicht, ist der Film eine SEI: Er leitet Ionen und bewahrt das Metall davor, seine Elektronen abzugeben. Wo Elektronen ihn tragen und Ionen nicht, spricht die Studie von einer Anti-SEI: Metall kann auf ihr abgeschieden werden.

lesson-who-2-say = Die durchgezogene Kurve ist der Film der Studie: Elektronen 2 kΩ·cm², Ionen 1 MΩ·cm². Der andere ist Ihrer. Seine Elektronen sind gesperrt: eine SEI.
lesson-who-2-ask = Kann ein Spektrum in Ruhe sagen, welcher von beiden ein Film ist?
lesson-who-2-a = Ja, an der Breite des Bogens.
lesson-who-2-b = Ja, an der Scheitelfrequenz.
lesson-who-2-c = Nein.
lesson-who-2-task = Bewegen Sie die Ionen, bis Ihr Film den der Studie deckt (auf 2 % bei jeder Frequenz).
lesson-who-2-low = Die Kurven liegen { $apart } auseinander. Ihr Film hat weniger Widerstand als der der Studie.
lesson-who-2-high = Die Kurven liegen { $apart } auseinander. Ihr Film hat mehr Widerstand als der der Studie.
lesson-who-2-explain = Die Kurven unterscheiden sich höchstens um { $apart }, obwohl im einen Film die Elektronen alles tragen und im anderen die Ionen. In dieser Schaltung gibt der Tausch beider dasselbe Spektrum bis zur letzten Ziffer. Das ist der Kern der Studie: Impedanz in Ruhe misst, wie viel Widerstand ein Film hat, nicht, wer hindurchkommt. Ein anderer Versuch muss entscheiden.

lesson-who-3-say = Lithium hat die SEI aus dem Lehrbuch. In der Studie begann ihr Bogen bei 75 Ω·cm² und stieg auf 150 (Abb. 2c, d). Als Werte der Zelle gelesen sind das je 37 bis 75 Ω·cm² für zwei Filme, von Ionen getragen. Hier ist wieder der Magnesiumfilm.
lesson-who-3-ask = Sie machen aus diesem Film den des Lithiums. Was geschieht mit dem Bogen dieser Magnesiumzelle?
lesson-who-3-a = Er fällt auf etwa 100 Ω·cm².
lesson-who-3-b = Er wächst.
lesson-who-3-c = Er ändert sich kaum.
lesson-who-3-task = Geben Sie dem Film 37 bis 75 Ω·cm² für Ionen und sperren Sie die Elektronen (1 MΩ·cm² oder mehr).
lesson-who-3-leaky = Elektronen kommen noch durch: tₑ ist { $te }. Ihr Weg braucht 1 MΩ·cm² oder mehr.
lesson-who-3-ions = Die Elektronen sind gesperrt. Jetzt die Ionen: 37 bis 75 Ω·cm² in einem Film.
lesson-who-3-explain = Die Filme haben jetzt { $film }, die Reaktion auf ihnen weiter { $transfer }, der Bogen also { $total }. Auf Magnesium ist der Ladungsdurchtritt nicht klein, anders als auf Lithium. Der Faktor von etwa 1000 zwischen beiden Bögen (Results) sagt, dass Magnesium langsam reagiert; er sagt allein nicht, dass sein Film dick oder keine SEI ist.

## 5 Polysulfid
lesson-probe-title = Warum Polysulfid es verrät
lesson-probe-aim = Sehen, wie eine Reaktion, die außen Elektronen braucht, zeigt, wer den Film durchquert.
lesson-probe-mistakes = Lernende erwarten, dass der zugegebene Stoff den Film auflöst oder bricht. Fragen Sie, was er zum Reagieren bräuchte: Elektronen, an der Außenseite. Manche erwarten „mehr Ionen, weniger Widerstand“. Schritt 2 zeigt, wozu der Gegenversuch an einer SEI dient: Keine Antwort dort sagt so viel wie der Abfall hier.

lesson-probe-1-say = Die Operando-Zelle nach einer Stunde Ruhe: { $before } (die Studie druckt 400 kΩ·cm², Abb. 5g). Polysulfid ist ein gelöster Stoff, der leicht Elektronen aufnimmt und abgibt. Es kommt jetzt in den Elektrolyten; der Film bleibt unberührt.
lesson-probe-1-ask = Der Film lässt Elektronen durch. Was tut der Bogen?
lesson-probe-1-a = Wachsen: mehr Stoffe verstopfen den Film.
lesson-probe-1-b = Auf einen kleinen Teil fallen.
lesson-probe-1-c = Bleiben.
lesson-probe-1-task = Geben Sie Polysulfid zu, bis der Bogen weniger als ein Hundertstel von vorher hat.
lesson-probe-1-low = Der Bogen hat { $total }, vorher { $before }: ein Faktor { $drop }. Geben Sie mehr zu.
lesson-probe-1-explain = Von { $before } auf { $total }: ein Faktor { $drop }, mit dem Scheitel bei { $peak }. Die Studie druckt etwa 2,5 kΩ·cm², einen Scheitel zwischen 3 und 12 Hz und eine „100-fold“ Abnahme (Abb. 5h). Das Magnesium reagiert so langsam wie zuvor, aber daneben gibt es jetzt eine zweite, schnelle Reaktion, und Elektronen erreichen sie durch den Film.

lesson-probe-2-say = Dieselbe Zelle, derselbe Bogen in Ruhe. Aber hier tragen Ionen den Strom und Elektronen sind gesperrt: eine klassische SEI.
lesson-probe-2-ask = Polysulfid wird zugegeben. Was tut der Bogen?
lesson-probe-2-a = Genauso fallen.
lesson-probe-2-b = Fallen, aber weniger.
lesson-probe-2-c = Bleiben.
lesson-probe-2-task = Geben Sie alles Polysulfid zu, 0,1 mol/L, und versuchen Sie, den Bogen zu verkleinern.
lesson-probe-2-low = Es ist noch nicht alles darin; der Faktor ist bisher { $drop }.
lesson-probe-2-explain = Der Faktor ist { $drop }. Die schnelle Reaktion ist da, aber sie braucht Elektronen, und durch diesen Film kommen keine. Vorher gleiche Spektren, nachher entgegengesetzte Antworten: Der Versuch hat entschieden.

lesson-probe-3-say = Ein Film muss nicht das eine oder das andere sein. Der Regler teilt denselben Leitwert zwischen Ionen und Elektronen; Polysulfid ist in der Zelle. Sie beginnen bei der SEI.
lesson-probe-3-ask = Die Hälfte des Leitwerts bekommen die Elektronen. Gibt es einen Abfall?
lesson-probe-3-a = Ja, einen großen.
lesson-probe-3-b = Nein, dazu braucht es alles.
lesson-probe-3-c = Ja, genau die Hälfte des vollen.
lesson-probe-3-task = Finden Sie einen Film, der einen Abfall von mehr als 100 gibt.
lesson-probe-3-none = Der Faktor ist { $drop }: praktisch kein Elektron kommt durch. In Richtung Anti-SEI bewegen.
lesson-probe-3-some = Der Faktor ist { $drop }: Elektronen kommen durch, aber noch nicht leicht genug.
lesson-probe-3-explain = Bei tₑ = { $te } ist der Faktor { $drop }. Ein kleiner Anteil von Elektronen genügt für einen großen Abfall, weil der Widerstand des Films klein ist gegen den der Reaktion. Ein Abfall sagt, dass Elektronen hindurchkommen. Er sagt nicht, dass Ionen es nicht können: Dieser Teil der Studie ruht auf der langsamen Korrosion und auf dem Auflösen (Lektion 7).

## 6 Dicke
lesson-thickness-title = Wie dick ist der Film?
lesson-thickness-aim = Aus einer Kapazität eine Dicke machen und erklären, warum Impedanz, TEM und FIB-SEM nicht übereinstimmen.
lesson-thickness-mistakes = Lernende drehen den Zusammenhang um: Eine größere Kapazität ist ein dünnerer Film. Schritt 2 ist ein wirklicher Widerspruch in einer wirklichen Studie, keine Falle: Lassen Sie die Klasse finden, welche Zahl sich ändern müsste. In Schritt 3 halbieren viele statt zu verdoppeln (Kondensatoren in Reihe).

lesson-thickness-1-say = Ein Film zwischen Metall und Elektrolyt ist ein Kondensator: C = ε₀εᵣ/d. Die Studie nimmt εᵣ = 10 (Results).
lesson-thickness-1-ask = Der Bogen der Magnesiumzelle hat 17 µF·cm⁻². Wie dick ist der Film nach dieser Formel?
lesson-thickness-1-a = Etwa 0,5 nm.
lesson-thickness-1-b = Etwa 8 nm.
lesson-thickness-1-c = Etwa 300 nm.
lesson-thickness-1-task = Welche Kapazität hätte ein Film von 8 nm? Machen Sie ihn 8 nm dick.
lesson-thickness-1-low = Die Dicke ist { $thickness }: zu dünn. Ein dünnerer Film speichert mehr Ladung, nicht weniger.
lesson-thickness-1-high = Die Dicke ist { $thickness }: zu dick.
lesson-thickness-1-explain = { $thickness } brauchen { $capacitance }. Die gemessenen 17 µF·cm⁻² ergeben einen halben Nanometer, kaum mehr als eine Atomlage (die Studie druckt 0,5 nm, und 2 nm für Lithium mit 4 µF·cm⁻²).

lesson-thickness-2-say = Das Elektronenmikroskop zeigt einen kompakten Film von 7 bis 10 nm (Abb. 3k, die beiden Linien). Die Studie verbindet das mit „the capacitance obtained from EIS“ und findet εᵣ von 4,8 bis 6,9. Tun wir es auch, mit ihren 17 µF·cm⁻².
lesson-thickness-2-ask = Welche Permittivität bringt 17 µF·cm⁻² und 7 bis 10 nm zusammen?
lesson-thickness-2-a = Etwa 5.
lesson-thickness-2-b = Etwa 10.
lesson-thickness-2-c = Weit über 100.
lesson-thickness-2-task = Bewegen Sie die Permittivität, bis der Film 7 bis 10 nm dick ist.
lesson-thickness-2-low = Der Film ist { $thickness } dick: noch nicht im Bereich des Mikroskops.
lesson-thickness-2-high = Der Film ist { $thickness } dick: über dem Bereich des Mikroskops.
lesson-thickness-2-explain = Kein Film aus Magnesiumoxid hat eine solche Permittivität (die Studie selbst nennt für MgO etwa 10). Die gedruckten 4,8 bis 6,9 passen zu etwa 0,6 µF·cm⁻², der Hälfte der Kapazität aus Schritt 1 und etwa einem Dreißigstel der 17 µF·cm⁻². Also ist entweder die gemessene Kapazität nicht die des Films, oder die Schicht im Mikroskop ist nicht, was die Impedanz sieht. Eine Kapazität dieser Größe hat die Doppelschicht der Oberfläche; dann sagt sie über die Dicke des Films nichts.

lesson-thickness-3-say = Noch eine Frage, bevor man eine Dicke druckt: Wessen Kapazität ist es? Eine symmetrische Zelle hat zwei gleiche Elektroden in Reihe.
lesson-thickness-3-ask = Die Zelle hat 17 µF·cm⁻². Wie viel hat eine Elektrode?
lesson-thickness-3-a = Die Hälfte davon.
lesson-thickness-3-b = Dasselbe.
lesson-thickness-3-c = Das Doppelte.
lesson-thickness-3-task = Finden Sie die Kapazität der Zelle, bei der eine Elektrode 17 µF·cm⁻² hat.
lesson-thickness-3-low = Eine Elektrode hat { $electrode }: zu wenig.
lesson-thickness-3-high = Eine Elektrode hat { $electrode }: zu viel.
lesson-thickness-3-explain = Zwei Kondensatoren in Reihe haben die halbe Kapazität von einem, eine Elektrode hat also { $electrode }, wenn die Zelle die Hälfte davon hat. Die Studie sagt nicht, was sie druckt. Als Zahl der Zelle gelesen wären 17 µF·cm⁻² für eine Elektrode 34 und der Film noch dünner: Der Faktor zwei macht den Widerspruch größer.

lesson-thickness-4-say = Nach 72 h zeigt ein Querschnitt einen porösen Film von etwa 300 nm (Abb. 3b). Seine Poren sind voll Elektrolyt. Hier haben sie { $pores } in einer Zelle, deren Bogen { $total } hat.
lesson-thickness-4-ask = Wie erscheint diese dicke Schicht im Spektrum?
lesson-thickness-4-a = Als der größte Teil des Bogens.
lesson-thickness-4-b = Als zweiter Bogen von einigen kΩ·cm².
lesson-thickness-4-c = Praktisch gar nicht.
lesson-thickness-4-task = Machen Sie die Poren so schlecht Sie können: mindestens 50 Ω·cm² Elektrolyt in ihnen.
lesson-thickness-4-low = Die Poren haben { $pores }. Dicker, enger, gewundener.
lesson-thickness-4-explain = Selbst jetzt sind die Poren { $poreShare } des Bogens. Eine Schicht, die Flüssigkeit füllt, leitet wie die Flüssigkeit, wie dick sie auch aussieht. Drei Verfahren sehen also dreierlei: Impedanz höchstens den kompakten Film, TEM denselben an einer gewählten Stelle, FIB-SEM den porösen.

## 7 Auflösen und Abscheiden
lesson-strip-title = Auflösen gegen Abscheiden
lesson-strip-aim = Sehen, warum Metall eine Anti-SEI nur durch Risse verlässt und auf ihr ankommt.
lesson-strip-mistakes = Lernende multiplizieren Widerstand und Strom und stutzen nicht bei Hunderten von Volt: Fragen Sie, ob das Gerät das könnte. Sie erwarten die Aktivierung auch nach einer festen Ladung; in der Studie kommt sie nach einer festen Zeit. Die Überspannungen sind gegen eine Magnesium-Referenz gemessen, der die Autoren selbst auf 10 mV nicht trauen.

lesson-strip-1-say = Ein Film mit 1 MΩ·cm² für Ionen, wie ihn die Studie schätzt (Discussion). Zum Auflösen müssten Magnesiumionen durch ihn hinaus.
lesson-strip-1-ask = Welche Spannung triebe 0,3 mA·cm⁻² durch diesen Film, wie er ist?
lesson-strip-1-a = Etwa 0,3 V.
lesson-strip-1-b = Etwa 30 V.
lesson-strip-1-c = Etwa 300 V.
lesson-strip-1-task = Finden Sie eine Stromdichte, bei der ein Film ohne Risse weniger als 1 V brauchte.
lesson-strip-1-high = Bei { $current } brauchte der Film { $uncracked }.
lesson-strip-1-explain = { $current } brauchten { $uncracked }; die Studie arbeitete mit 0,3 bis 10 mA·cm⁻². Gemessen hat sie etwa 500 mV vor und viel weniger nach der „Aktivierung“ (Abb. 4a). Also leitet der Film die Ionen nicht: Er bricht, und das meiste davon geschieht zu früh, um es zu sehen.

lesson-strip-2-say = Auflösen bei festem Strom: Die Überspannung beginnt bei etwa 500 mV und fällt, wenn sich der Film öffnet. Die Marke ist eine Zeit, die Sie bewegen können.
lesson-strip-2-ask = Der Strom wird verzehnfacht. Wann kommt der Abfall?
lesson-strip-2-a = Zehnmal früher: nach derselben Ladung.
lesson-strip-2-b = Etwa zur selben Zeit: nach der zehnfachen Ladung.
lesson-strip-2-c = Später.
lesson-strip-2-task = Setzen Sie die Marke dorthin, wo die Überspannung halb gefallen ist, bei 3 mA·cm⁻² oder mehr.
lesson-strip-2-current = Die Marke sitzt, aber der Strom ist { $current }. Es sollen 3 mA·cm⁻² oder mehr sein.
lesson-strip-2-early = An der Marke ist der Abfall noch nicht da; er kommt später.
lesson-strip-2-late = An der Marke ist der Abfall vorbei; er kam früher.
lesson-strip-2-explain = Der Abfall kommt nach { $activation }, gleich bei welchem Strom; bis dahin sind { $charge } geflossen. Die Studie findet 0,5 bis 1,5 h bei jedem Strom (Abb. 4b) und hat dafür keine Erklärung. Die Seite nimmt die Zeit als gegeben und das Wachstum der Risse als logistisch: Das ist unser Modell, nicht das der Studie.

lesson-strip-3-say = Abscheiden bei festem Strom braucht keinen Riss: Elektronen durchqueren den Film, und das Metall wächst auf ihm.
lesson-strip-3-ask = Von 0,3 auf 3 mA·cm⁻² wächst der Strom auf das Zehnfache. Was tut die Überspannung beim Abscheiden?
lesson-strip-3-a = Sie wächst auf das Zehnfache.
lesson-strip-3-b = Sie verdoppelt sich.
lesson-strip-3-c = Sie ändert sich kaum.
lesson-strip-3-task = Finden Sie einen Strom, bei dem das Abscheiden mehr als 700 mV braucht.
lesson-strip-3-low = Bei { $current } braucht das Abscheiden { $plating }.
lesson-strip-3-explain = Erst bei { $current } sind es { $plating }. Die Studie druckt etwa 550 mV bei 0,3, 1 und 3 und 800 mV bei 10 mA·cm⁻² (Abb. 4b), und keine Aktivierung. Ein einfacher Widerstand wäre mit dem Strom gewachsen; die Studie verweist auf eine Reaktion in mehreren Stufen und bei 10 mA·cm⁻² auf langsamen Transport.

lesson-strip-4-say = Beide Richtungen bei gleichem Strom, nach der Aktivierung.
lesson-strip-4-ask = Was braucht mehr Spannung, Abscheiden oder Auflösen?
lesson-strip-4-a = Beides gleich.
lesson-strip-4-b = Abscheiden.
lesson-strip-4-c = Auflösen.
lesson-strip-4-task = Finden Sie einen Strom, bei dem das Abscheiden mindestens die fünffache Spannung des Auflösens braucht.
lesson-strip-4-low = Bei { $current } ist es das { $asymmetry }-Fache.
lesson-strip-4-explain = Bei { $current } braucht das Abscheiden { $plating } und das Auflösen { $stripAfter }: das { $asymmetry }-Fache. Aufgelöst wird blankes Metall in den Rissen, abgeschieden auf dem Film. Die Studie spricht von ungefähr dem Zehnfachen (Discussion).

## 8 Anpassen und zweifeln
lesson-doubt-title = Eigene Daten anpassen und daran zweifeln
lesson-doubt-aim = Einen Anpassungsbereich wählen, einen Fehlerbalken lesen und wissen, was nicht in ihm steht.
lesson-doubt-mistakes = Lernende halten den kleinsten Fehlerbalken für die beste Anpassung. In Schritt 3 gehört der kleinste zur falschen Antwort. Sie meinen auch, der Fehler von R sei das Rauschen eines Punkts: Bei Dutzenden von Punkten ist er kleiner, wenn der Bogen nicht abgeschnitten ist. Zum Schluss eine eigene Datei in der Auswertung öffnen.

lesson-doubt-1-say = Eine simulierte Messung eines Bogens mit { $noise } Rauschen in jedem Punkt. Sie wählen den Frequenzbereich, der angepasst wird; die Anpassung geschieht sofort. Hier kennen wir die Wahrheit: R = { $truth }.
lesson-doubt-1-ask = Jeder Punkt liegt um etwa 1 % daneben. Wie weit daneben liegt der angepasste Widerstand, wenn der ganze Bogen angepasst wird?
lesson-doubt-1-a = Etwa 1 %.
lesson-doubt-1-b = Weniger als 1 %.
lesson-doubt-1-c = Mehr als 1 %.
lesson-doubt-1-task = Wählen Sie einen Bereich, der R auf 5 % findet und auf 5 % kennt.
lesson-doubt-1-few = Für eine Anpassung sind zu wenige Punkte übrig. Den Bereich erweitern.
lesson-doubt-1-vague = Der Fehlerbalken ist { $vague } von R: Dieser Bereich sieht zu wenig vom Bogen.
lesson-doubt-1-off = Die Anpassung liegt { $off } neben der Wahrheit.
lesson-doubt-1-explain = R = { $arc }, mit einem Fehlerbalken von { $vague }. Viele Punkte teilen sich die Arbeit, darum ist ihr Mittel besser als jeder einzelne.

lesson-doubt-2-say = Das ganze Spektrum ist angepasst. Schneiden Sie jetzt die niedrigen Frequenzen ab, als hätte man die Messung früh beendet. Die Studie passt den hochfrequenten Teil ihrer Bögen an, „with less distortions“.
lesson-doubt-2-ask = Die Anpassung sieht nur die linke Flanke des Bogens. Was wird aus dem Fehlerbalken von R?
lesson-doubt-2-a = Er bleibt: Das Rauschen ist dasselbe.
lesson-doubt-2-b = Er wird kleiner: weniger Punkte, weniger Fehler.
lesson-doubt-2-c = Er wird viel größer.
lesson-doubt-2-task = Schneiden Sie ab, bis der Fehlerbalken 10 % von R oder mehr ist.
lesson-doubt-2-few = Für eine Anpassung sind zu wenige Punkte übrig. Etwas weniger abschneiden.
lesson-doubt-2-sure = Der Fehlerbalken ist noch { $vague } von R. Mehr abschneiden.
lesson-doubt-2-explain = R = { $arc }, wo die Wahrheit { $truth } ist: Das rechte Ende des Bogens ist jetzt geraten, und der Fehlerbalken von { $vague } sagt das. Mehr können die Daten allein nicht sagen. Ein Anpassungsbereich ist eine Wahl; schreiben Sie ihn neben die Zahl.

lesson-doubt-3-say = Eine andere Messung, über alle Frequenzen mit einem Bogen angepasst. Fehlerbalken setzen voraus, dass die Schaltung stimmt. Hier stimmt sie nicht: Es sind zwei Bögen, und der große hat R = { $truth }.
lesson-doubt-3-ask = Ein Bogen wird an zwei angepasst. Warnt der Fehlerbalken?
lesson-doubt-3-a = Ja, er wird so groß wie der Irrtum.
lesson-doubt-3-b = Nein: Er bleibt klein, und die Antwort ist falsch.
lesson-doubt-3-c = Die Anpassung misslingt.
lesson-doubt-3-task = Wählen Sie einen Bereich, in dem die Anpassung auf zwei ihrer Fehlerbalken mit der Wahrheit übereinstimmt.
lesson-doubt-3-few = Für eine Anpassung sind zu wenige Punkte übrig.
lesson-doubt-3-vague = Der Fehlerbalken ist { $vague } von R: zu wenig vom Bogen ist übrig.
lesson-doubt-3-biased = Die Anpassung ergibt { $arc }: { $sigmas } Fehlerbalken von der Wahrheit. Etwas in diesem Bereich gehört nicht zum Bogen.
lesson-doubt-3-misfit = Die Anpassung ergibt { $arc }, innerhalb von zwei Fehlerbalken, aber nur, weil die Abweichungen sie breit machen: χ²/ν ist { $chi }, weit über dem Rauschen. Etwas in diesem Bereich gehört nicht zum Bogen.
lesson-doubt-3-explain = Jetzt ist R = { $arc }, { $sigmas } Fehlerbalken von der Wahrheit. Eine falsche Schaltung verrät nicht der Fehlerbalken, sondern die Abweichungen: Sie laufen in Wellen, statt zu streuen, und χ² ist zu groß. Sehen Sie immer beides an. Öffnen Sie dann in der Auswertung eine eigene Datei.

## 9 Kramers-Kronig
lesson-valid-title = Hielt die Zelle still?
lesson-valid-aim = Mit der Kramers-Kronig-Prüfung sehen, ob ein Spektrum überhaupt eines ist.
lesson-valid-mistakes = Lernende halten ein glattes Spektrum für ein gutes. Eine driftende Zelle gibt wunderbar glatte Bögen. Sie meinen auch, die Prüfung finde jeden Fehler: Sie findet, was sich während der Messung ändert, nicht eine falsche Fläche, eine falsche Zelle oder ein Wachstum, das im Rauschen untergeht.

lesson-valid-1-say = Niedrige Frequenzen brauchen Zeit: Diese Messung von 100 kHz bis 20 mHz dauert { $minutes } bei drei Perioden je Punkt. Inzwischen kann sich die Zelle ändern. Die Kramers-Kronig-Prüfung fragt, ob Real- und Imaginärteil zu ein und derselben Zelle gehören können.
lesson-valid-1-ask = Der Widerstand wächst während der Messung. Wie sieht das Bild aus?
lesson-valid-1-a = Verrauscht.
lesson-valid-1-b = In Stücke zerbrochen.
lesson-valid-1-c = So glatt wie zuvor.
lesson-valid-1-task = Lassen Sie den Widerstand wachsen, bis die Prüfung das Spektrum nicht mehr gültig nennt.
lesson-valid-1-low = Der Widerstand wuchs während der Messung um { $grown }, die größte Abweichung ist { $residual }, und die Prüfung besteht noch.
lesson-valid-1-explain = Der Bogen ist so glatt wie eh und je, aber er ist der Bogen keiner Zelle: Sein rechter Teil wurde an einer anderen Zelle gemessen als sein linker, { $grown } größer. Die Abweichungen, höchstens { $residual }, laufen in einer langen Welle. In der Studie wuchs der Magnesiumbogen um 18 kΩ·cm² je Stunde (aus Abb. 2b), nahe an der Grenze dessen, was diese Prüfung sieht.

lesson-valid-2-say = Eine Zelle, die schnell wächst, { $grown } während dieser Messung. Die Prüfung besteht nicht.
lesson-valid-2-ask = Was könnte die Messung retten?
lesson-valid-2-a = Die niedrigsten Frequenzen weglassen.
lesson-valid-2-b = Noch niedrigere Frequenzen messen.
lesson-valid-2-c = Bei jeder Frequenz über mehr Perioden mitteln.
lesson-valid-2-task = Lassen Sie die Prüfung bestehen, indem Sie die niedrigste Frequenz wählen.
lesson-valid-2-high = Die Messung dauert { $minutes } und die Zelle wächst um { $grown }: noch zu langsam für diese Zelle.
lesson-valid-2-few = Für eine Prüfung sind zu wenige Punkte übrig.
lesson-valid-2-explain = { $minutes } sind kurz genug: Die Zelle wuchs um { $grown }. Der Preis ist das rechte Ende des Bogens, und Lektion 8 zeigte, was das mit dem Fehlerbalken macht. Gültig und genau ziehen an einer Zelle, die sich ändert, in entgegengesetzte Richtungen.

## 10 Den Film wachsen lassen
lesson-grow-title = Zwei Arten, einen Bogen wachsen zu lassen
lesson-grow-aim = Das Hauptargument der Studie prüfen: welches Wachstum macht Polysulfid rückgängig?
lesson-grow-mistakes = Lernende bleiben bei „beides gibt 400 kΩ·cm², also ist es gleich“ stehen. Schritt 3 zeigt, dass es das nicht ist. Weisen Sie in Schritt 2 darauf hin, dass der Bogen des Films eine eigene Frequenz hat: Mit dem dünnen Film des Mikroskops wäre er ein zweiter Bogen, den die Studie nicht sieht.

lesson-grow-1-say = Die Operando-Zelle am Anfang ihrer Stunde: { $total } (die Studie druckt 180 kΩ·cm², Abb. 5g). Sie wird auf 400 wachsen. Die erste Lesart: Plätze für die Reaktion gehen verloren, der Film bleibt.
lesson-grow-1-ask = Die Hälfte der Plätze geht verloren. Was wird aus dem Durchtrittswiderstand?
lesson-grow-1-a = Er wird halbiert.
lesson-grow-1-b = Er wird verdoppelt.
lesson-grow-1-c = Er bleibt.
lesson-grow-1-task = Lassen Sie den Bogen auf 400 kΩ·cm² wachsen (auf 5 %), indem Sie Plätze wegnehmen.
lesson-grow-1-low = Der Bogen hat { $total }: mehr Plätze wegnehmen.
lesson-grow-1-high = Der Bogen hat { $total }: zu wenige Plätze sind übrig.
lesson-grow-1-explain = Ladungsdurchtritt { $transfer }, Filme { $film }. Fast der ganze Bogen ist die Reaktion auf dem Film. Für diese Lesart entscheidet sich die Studie (Discussion).

lesson-grow-2-say = Derselbe Anfang. Die zweite Lesart: Der Film selbst leitet schlechter.
lesson-grow-2-ask = Hat der Bogen eines schlechter leitenden Films seinen Scheitel bei derselben Frequenz wie der der Reaktion?
lesson-grow-2-a = Nein, höher: Die Kapazität des Films ist kleiner.
lesson-grow-2-b = Ja, derselbe Widerstand ist derselbe Bogen.
lesson-grow-2-c = Nein, niedriger.
lesson-grow-2-task = Lassen Sie den Bogen auf 400 kΩ·cm² wachsen (auf 5 %), indem Sie weniger Elektronen durch den Film lassen.
lesson-grow-2-low = Der Bogen hat { $total }: Der Film muss mehr Widerstand haben.
lesson-grow-2-high = Der Bogen hat { $total }: Der Film hat zu viel Widerstand.
lesson-grow-2-explain = Filme { $film }, Ladungsdurchtritt { $transfer }: zusammen dieselben 400 kΩ·cm². Aber der Film antwortet bei { $filmPeak }, getrennt von der Reaktion; mit der Dicke des Mikroskops zeigte dieses Wachstum also einen zweiten Bogen. Nur ein Film mit einer Kapazität so groß wie die der Oberfläche verbärge sich in einem Bogen.

lesson-grow-3-say = Beide Lesarten stehen Ihnen offen, und Polysulfid ist in der Zelle. Blass: dieselbe Zelle ohne es.
lesson-grow-3-ask = Welches Wachstum kann Polysulfid rückgängig machen?
lesson-grow-3-a = Den Verlust von Plätzen.
lesson-grow-3-b = Den schlechter leitenden Film.
lesson-grow-3-c = Beides.
lesson-grow-3-task = Lassen Sie die Zelle vor dem Polysulfid auf 400 kΩ·cm² wachsen (auf 5 %), so dass die Zugabe den Bogen mehr als 100-mal kleiner macht.
lesson-grow-3-low = Ohne Polysulfid hat der Bogen { $before }: Er muss wachsen.
lesson-grow-3-high = Ohne Polysulfid hat der Bogen { $before }: zu viel.
lesson-grow-3-film = Die Größe stimmt, aber Polysulfid ändert sie nur um einen Faktor { $drop }: Der Film von { $film } bleibt im Weg.
lesson-grow-3-explain = Vorher { $before }, nachher { $total }: ein Faktor { $drop }. Polysulfid gibt den Elektronen eine andere Reaktion, kann also eine langsame ersetzen; den Film leitend machen kann es nicht. Der große Abfall sagt, dass der Film nie der große Widerstand war. Das ist das Argument der Studie, und Sie haben beide Seiten geprüft.

## Rätselzellen
mystery-say = Jemand hat diese Zelle gemacht; ihre Zahlen stehen im Link, nicht zu sehen. Sie haben eine Messung mit { $noise } Rauschen in jedem Punkt und dürfen Polysulfid zugeben. Anpassen, antworten und sehen, wie weit Sie daneben liegen.
mystery-given = Gegeben
mystery-arc = Bogenwiderstand
mystery-capacitance = Kapazität (Gl. 1)
mystery-exponent = Exponent P
mystery-kind = Art des Films
mystery-kind-sei = SEI
mystery-kind-anti-sei = Anti-SEI
mystery-electrolyte = Elektrolyt
mystery-at-rest = Wie gemacht
mystery-with-polysulfide = Mit Polysulfid
mystery-range = Der Bereich der Anpassung: die beiden Balken im Bode-Diagramm ziehen oder mit den Pfeiltasten bewegen.
mystery-answers = Ihre Antworten
mystery-nothing-hidden = An dieser Zelle ist nichts verborgen: messen und vergleichen.
mystery-error = Standardfehler von { $name }
mystery-take-fit = Zahlen der Anpassung übernehmen
mystery-check = Prüfen
mystery-fit = Die Anpassung
mystery-no-fit = In diesem Bereich sind zu wenige Punkte für eine Anpassung. Erweitern.
mystery-not-read = „{ $typed }“ ist { $what ->
    [error] kein Fehlerbalken, also keine Zahl über null
   *[value] keine Zahl
  }{ $unit ->
    [none] .
   *[some] {" "}in { $unit }.
  }
mystery-no-answer = Noch keine Zahl.
mystery-no-kind = Noch nicht gewählt.
mystery-summary = Gemessene Punkte der Rätselzelle mit der Anpassung ihres Bogens.
mystery-curve-rest = wie gemacht
mystery-curve-probed = mit Polysulfid
mystery-damaged = Dieser Link enthält keine Rätselzelle, oder er wurde unterwegs abgeschnitten. Bitte noch einmal geben lassen.
mystery-kind-right = Richtig.
mystery-kind-wrong = Nein. Was tat das Polysulfid mit dem Bogen, und was bräuchte es, um zu reagieren?
mystery-grade-agrees = Stimmt: Die Wahrheit ist { $truth }, { $percent } entfernt oder { $sigmas } Fehlerbalken.
mystery-grade-vague = Die Wahrheit, { $truth }, liegt in Ihrem Fehlerbalken, aber der ist mehr als ein Fünftel von ihr. Lässt sich mehr vom Bogen anpassen?
mystery-grade-close = { $bar ->
    [yes] Auf 5 %, aber { $sigmas } Fehlerbalken von der Wahrheit ({ $truth }): der Fehlerbalken ist zu klein, oder die Schaltung stimmt nicht ganz.
   *[no] Auf 5 % an der Wahrheit ({ $truth }, { $percent } entfernt). Wie sicher waren Sie? Geben Sie einen Fehlerbalken an.
  }
mystery-grade-off = { $bar ->
    [yes] Daneben: { $percent } von der Wahrheit, { $sigmas } Fehlerbalken. Sehen Sie Abweichungen und Bereich an.
   *[no] Daneben: { $percent } von der Wahrheit. Sehen Sie Anpassung und Bereich an und geben Sie einen Fehlerbalken an.
  }

## Für Lehrende
teacher-lead = Jede Lektion steht für sich; drei oder vier passen in 45 Minuten. Zu zweit an einem Bildschirm: Eine sagt vorher, einer bewegt. Ein Link öffnet jeden Schritt und nimmt nichts von Ihnen mit; der Fortschritt der Lernenden steht in der Adresse ihrer Seite, ein Lesezeichen oder ein gesendeter Link bewahrt ihn.
teacher-links = In den Links
teacher-hide-predict = die Vorhersagen weglassen
teacher-hide-solution = „Einen Weg zeigen“ weglassen
teacher-hide-explain = die Erklärungen weglassen
teacher-hide-next = den Weg zu den anderen Schritten weglassen
teacher-hide-list = den Weg zu anderen Lektionen und zu dieser Seite weglassen
teacher-steps = { $count } Schritte
teacher-aim = Ziel
teacher-mistakes = Was Lernende falsch machen
teacher-one-way = Ein Weg: { $way }.
teacher-open = Öffnen
teacher-arrange = Verbergen oder sperren{ $count ->
    [0] { "" }
   *[other] { " " }({ $count })
  }
teacher-control-free = beweglich
teacher-control-locked = gesperrt
teacher-control-hidden = verborgen
teacher-readings = Gezeigte Werte
teacher-stuck = Der Weg oben braucht { $controls }: Mit diesem Link lässt sich die Aufgabe nicht lösen, der Schritt ist nur zum Ansehen.
teacher-mystery = Eine Rätselzelle machen
teacher-mystery-lead = Eine Zelle, die eine Klasse durch Messen, Anpassen und Polysulfid finden muss. Die Seite bewertet mit den Fehlerbalken der Lernenden. Die Zahlen sind in den Link gepackt und nur verschleiert: Wer das Programm liest, kann sie lesen. Gut für eine Stunde, nicht für eine Prüfung.
teacher-random = aus der Nummer gezogen
teacher-noise = Rauschen
teacher-seed = Nummer der Zelle
teacher-hidden = Die Klasse soll finden
teacher-mystery-link = Link für die Klasse
teacher-answers = Die Antworten
