# Operando, Current and Map.
experiment = Experiment
play = Play
pause = Pause
speed = Speed
time = Time
axis = Axis
axis-time = Time
axis-capacity = Capacity
time-axis = time
capacity-axis = capacity
arc-resistance = arc
sei-twin = SEI twin
paper-values = the study

operando-title = Operando
operando-polysulfide = Polysulfide
operando-rest = At rest
operando-polysulfide-note = A Mg cell passivates for an hour. Then polysulfide is pipetted in, and nothing else changes (Fig. 5g, h).
operando-grows = What grows before
grows-reaction-sites = Sites are lost
grows-film = The film
grows-both = Both
operando-added = In the pipette
operando-added-note = the study: 0.5 M, diluted to 0.1 M in the cell
addition = polysulfide
operando-over-time = Arc over time
operando-spectra = Spectrum now
operando-before = After { $time } both films show the same spectrum: { $anti } on { $film ->
    [ions] your film, an SEI
    [both] the mixed film
   *[electrons] the anti-SEI
  }, { $sei } on its SEI twin. Nothing in it tells them apart.
operando-after = At { $time }, with polysulfide in the cell: { $film ->
    [ions] your film, an SEI, shows
    [both] the mixed film shows
   *[electrons] the anti-SEI shows
  } { $anti }{ $fell ->
    [yes] . As it came, the arc became { $factor } times less, because the electrons that tunnel through the film react at once.
   *[no] . Polysulfide changed it by less than a twentieth: hardly any electron comes out of this film.
  } The SEI twin shows { $sei }; it lets no electron out, so polysulfide changes { $same ->
    [yes] nothing
   *[no] it by a factor of { $seiFactor }
  }.{ $grows ->
    [film] {" "}Here the film itself had grown, and that part of the arc stays: only the loss of reaction sites gives the study’s full drop.
    [both] {" "}Half of the growth was the film’s own, and that part of the arc stays.
   *[other] {""}
  }

operando-rest-note = Two cells at open circuit, without any current: magnesium with your film, lithium with its SEI (Fig. 2).
rest-mg = Mg, { $film ->
    [ions] SEI
    [both] mixed film
   *[electrons] anti-SEI
  }
rest-li = Li, SEI
rest-left = Mg, if polysulfide came now
rest-over-time = Arcs at rest
rest-sentence = After { $time } the arc of magnesium is { $mg } and peaks at { $peak }, with { $capacitance }{ $grown ->
    [yes] : the resistance has grown, the capacitance much less.
   *[no] .
  } Lithium’s arc is { $li } and levels out. Polysulfide added now would leave { $left } of magnesium’s arc{ $why ->
    [ions] : no electron comes out of this film.
    [film] : the film itself has grown, and that stays.
    [both] : half of the growth was the film’s own, and that stays.
    [sites] , because what was lost are reaction sites, and electrons still come through.
    [fresh] , because electrons come through.
   *[little] .
  }

current-title = Under current
current-note = One electrode against a reference. Plating goes on top of the film; stripping must open it (Fig. 4).
direction = Direction
direction-strip = Strip
direction-plate = Plate
current-density = Current density
current-strip = Stripping
current-plate = Plating
overpotential = overpotential
current-parts = Where the voltage goes
share-of-overpotential = share
part-filmV = film
part-chargeTransferV = charge transfer
part-concentrationV = concentration
part-ohmicV = electrolyte
part-ohmic-pits = electrolyte and pits
current-plate-sentence = Plating at { $current } mA·cm⁻² costs { $after }: { $drop } of it drives electrons through the film, the rest is mostly the reaction on top. Nothing opens, so nothing falls. At this current the differential resistance of the film is { $filmOhm }, that of the charge transfer { $chargeTransferOhm }.
current-strip-sentence = Stripping at { $current } mA·cm⁻² starts at { $before } and falls to { $after } after about { $activation }, when enough of the film has cracked. If it never cracked, ions would have to cross it, and that would take { $uncracked }.
current-still-sentence = Stripping at { $current } mA·cm⁻² starts at { $before } and ends at { $after }: what cracks at this current hardly changes it. If the film never cracked, ions would have to cross it, and that would take { $uncracked }.
current-leaky-sentence = Stripping at { $current } mA·cm⁻² would start at { $before } and end at { $after } if only cracks let the metal out. But ions could cross this film unbroken for { $uncracked }: it need not crack, and this model of stripping does not hold for it.
current-sei-sentence = { $direction ->
    [plate] Plating
   *[strip] Stripping
  } at { $current } mA·cm⁻² costs { $after } from start to end: ions cross this film, and { $drop } of it drives them through. Nothing cracks, so nothing falls.
current-table = Overpotential: this film, and the study
strip-after = Stripped, after
current-table-note = First this film, then the study’s value in violet. The study does not trust its Mg reference to 10 mV.
current-sei = This film is an SEI: ions cross it, so neither plating nor stripping needs a crack.

map-title = Which film?
map-note = Every point is a film. Lines join films that cost electrons the same; drag the ring.
map-figure = Barrier against thickness
map-region = meets the study
map-thermionic = over the barrier
map-handle = the film
map-sentence = A film of { $thickness } with a barrier of { $barrier } costs electrons { $resistance }, { $region ->
    [inside] as the study asks (0.5 to 5 kΩ·cm²).
    [below] less than the study’s 0.5 to 5 kΩ·cm².
   *[above] more than the study’s 0.5 to 5 kΩ·cm².
  } { $thermionic ->
    [yes] At this temperature { $percent } % of it goes over the barrier instead of through: by Simmons’ law alone it would look better than it is.
   *[no] Electrons tunnel: { $percent } % goes over the barrier.
  }
map-fixed = The map is that of tunnelling by the WKB law. The film of this cell has a fixed resistance to electrons instead: { $resistance }.

behind-sites = loss of sites
behind-growth = growth of the SEI
behind-polysulfide = polysulfide
behind-arc = one arc or two
behind-capacitance = the cell’s capacitance
behind-hours = 13 or 20 hours
behind-parts = parts of the overpotential
behind-tunnelling = tunnelling
behind-reaction = the reaction
behind-concentration = concentration
behind-cracks = cracks
behind-one-film = one film, two experiments
behind-tenfold = the drop in the study
behind-barrier = a barrier of 0.1 eV
behind-emission = emission over the barrier
