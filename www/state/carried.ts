/** Who carries the current through a film, by the electrons' share of its conductance: few electrons are enough for polysulfide to find, so an SEI lets none out. */
export const carriedBy = (electronShare: number): "electrons" | "ions" | "both" => (electronShare > 0.9 ? "electrons" : electronShare < 0.001 ? "ions" : "both");
