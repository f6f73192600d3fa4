/** Tables whose columns were guessed, chosen or not told, kept while there is room, so that their columns can be chosen (again) later. */
export interface Table { readonly name: string; readonly bytes: Uint8Array }

/** So many bytes are kept; the oldest go first. */
export const ROOM = 50e6;

const kept = new Map<string, Table>();
let size = 0;
let last = 0;

/** Keeps a table and gives the key it is found under. */
export function keepTable(table: Table): string {
  const key = `t${++last}`;
  kept.set(key, table);
  size += table.bytes.length;
  for (const [oldest, { bytes }] of kept) {
    if (size <= ROOM) break;
    kept.delete(oldest);
    size -= bytes.length;
  }
  return key;
}
/** A table kept, or nothing when others took its room. */
export const keptTable = (key: string): Table | undefined => kept.get(key);
