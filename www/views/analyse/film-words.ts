/** What the fits of the interphase model say about the kind of film, or that they do not. Pure. */
import type { Kind } from "./film-models";

/** The best fit of one kind. */
export interface Rated { readonly kind: Kind; readonly fit: { readonly aicc: number; readonly reducedChiSquare: number } }
export interface Judgement {
  readonly favours: Kind | "undecided";
  /** The message that says it, and the difference of AICc or the misfit in it. */
  readonly says: "film-misses" | "film-only-bare" | "film-no-film" | "film-one-tie" | "film-one-better" | `film-pair-${"tie" | "sei" | "anti-sei"}`;
  readonly kind: Kind;
  readonly delta: number;
  readonly share: number;
}

/** Differences of AICc below this tell nothing. */
export const TIE = 2;
/** Root mean square misfit, as a share of |Z|, beyond which no kind describes the cell. */
const MISSES = 0.03;

/**
 * `found` holds the best of each kind, best first. Of one spectrum the kind of film never follows, however far the fits are apart: a
 * film's resistance enters in the same way whatever crosses it, and the fits differ only by the laws that the model holds it to.
 */
export function judge(found: readonly [Rated, ...Rated[]], pair: boolean): Judgement {
  const [best] = found;
  const behind = (kind: Kind) => (found.find((one) => one.kind === kind)?.fit.aicc ?? Infinity) - best.fit.aicc;
  const share = Math.sqrt(best.fit.reducedChiSquare);
  const delta = behind(best.kind === "sei" ? "anti-sei" : "sei");
  const answer = (favours: Judgement["favours"], says: Judgement["says"]): Judgement => ({ favours, says, kind: best.kind, delta, share });
  if (share > MISSES) return answer("undecided", "film-misses");
  // Nothing to compare it with.
  if (found.every(({ kind }) => kind === "bare")) return answer("undecided", "film-only-bare");
  if (behind("bare") < TIE) return answer("bare", "film-no-film");
  if (!pair) return answer("undecided", delta < TIE ? "film-one-tie" : "film-one-better");
  return delta < TIE || best.kind === "bare" ? answer("undecided", "film-pair-tie") : answer(best.kind, `film-pair-${best.kind}`);
}
