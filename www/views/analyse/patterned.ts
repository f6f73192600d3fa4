/** Are residuals noise, or does the model miss something? */

/** Fewer residuals than this show no pattern; smaller ones than this share of |Z| are of no matter. */
const FEW = 12, SMALLEST = 5e-4;

/**
 * Whether residuals are more than noise: neighbours lie on the same side. Their correlation from one point to the next is four standard
 * deviations (1/sqrt N) above none, and at least 0.3.
 */
export function patterned(...lists: ArrayLike<number>[]): boolean {
  return lists.some((list) => {
    const values = Array.from(list).filter(Number.isFinite);
    const squares = values.reduce((sum, value) => sum + value * value, 0);
    if (values.length < FEW || Math.sqrt(squares / values.length) < SMALLEST) return false;
    const together = values.slice(1).reduce((sum, value, i) => sum + value * values[i]!, 0) / squares;
    return together > Math.max(0.3, 4 / Math.sqrt(values.length));
  });
}
