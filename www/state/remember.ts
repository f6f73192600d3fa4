/** Remembers the answers to the last few arguments, by identity. */
export function remember<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const known = new WeakMap<A, R>();
  return (argument) => {
    let answer = known.get(argument);
    if (answer === undefined) known.set(argument, (answer = compute(argument)));
    return answer;
  };
}
