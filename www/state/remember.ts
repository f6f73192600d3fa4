/** Whether two lists hold the same things, by identity. */
export const alike = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((part, i) => part === b[i]);

/**
 * Remembers for each first argument, by identity and as long as it lives, the answer to the last others: what is made of some parts of a
 * thing outlives a change of its other parts.
 */
export function remember<A extends object, P extends readonly unknown[], R>(compute: (first: A, ...parts: P) => R): (first: A, ...parts: P) => R {
  const known = new WeakMap<A, { parts: P; answer: R }>();
  return (first, ...parts) => {
    const last = known.get(first);
    if (last && alike(last.parts, parts)) return last.answer;
    const answer = compute(first, ...parts);
    known.set(first, { parts, answer });
    return answer;
  };
}
