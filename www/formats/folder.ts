/** Folders that are dropped: all files in them, however deep. */

/** What the system puts into folders by itself is nothing a person wanted to open. */
export const isSpectrum = ({ name }: { readonly name: string }): boolean => !name.startsWith(".") && !/^(thumbs\.db|desktop\.ini)$/i.test(name);

/** The files of a drop that holds a folder; undefined where `dataTransfer.files` says it all. To be called while the drop is handled: later the browser has forgotten. */
export function filesOf(transfer: DataTransfer): Promise<File[]> | undefined {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return undefined;
  return Promise.all(entries.map((entry) => inside(entry))).then((lists) => lists.flat());
}

async function inside(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    if (!isSpectrum(entry)) return [];
    return [await new Promise<File>((give, fail) => (entry as FileSystemFileEntry).file(give, fail))];
  }
  if (entry.name.startsWith(".")) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail));
    if (entries.length === 0) return files;
    for (const list of await Promise.all(entries.map((child) => inside(child)))) files.push(...list);
  }
}
