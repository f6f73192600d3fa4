/** The rows of a series in which the data tell a value. */
import { known } from "./values";

export const knownRows = (values: readonly number[], errors: readonly number[]): number[] =>
  Array.from(values.keys()).filter((i) => Number.isFinite(values[i]) && known(values[i]!, errors[i]!));
