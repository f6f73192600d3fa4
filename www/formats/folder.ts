/** Folders that are dropped: all files in them, however deep. */

/** What could not be read, and why. */
export interface Failure { readonly file: string; readonly reason: string; /** Key of a table whose columns may be chosen. */ readonly table?: string }
/** Files found, files and folders that the browser could not open, and how many of the system's own were passed over. */
export interface Found { readonly files: File[]; readonly failures: Failure[]; passedOver: number }

/** What the system puts into folders by itself is nothing a person wanted to open. */
const isSpectrum = ({ name }: { readonly name: string }): boolean => !name.startsWith(".") && !/^(thumbs\.db|desktop\.ini)$/i.test(name);

/** A file or a folder, whichever of its two ways the browser has to give it. */
interface Entry {
  readonly name: string;
  /** Of a file. */
  readonly file?: () => Promise<File>;
  /** Of a folder: some of what is in it, nothing at the end. */
  readonly more?: () => Promise<readonly Entry[]>;
}

/** What a drop holds that has a folder in it; undefined where `dataTransfer.files` says it all. To be called while the drop is handled: later the browser has forgotten. */
export function filesOf(transfer: DataTransfer): Promise<Found> | undefined {
  const items = [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry ? [{ item, entry }] : [];
  });
  if (!items.some(({ entry }) => entry.isDirectory)) return undefined;
  // A page opened from the disk cannot look into entries (Chromium), but can into handles.
  const handles = globalThis.location?.protocol === "file:" ? items.map(({ item }) => (item as WithHandle).getAsFileSystemHandle?.()) : [];
  return Promise.all(items.map(async ({ entry }, i) => {
    const handle = await handles[i]?.catch(() => undefined);
    return handle ? ofHandle(handle) : ofEntry(entry);
  })).then(allOf);
}

type WithHandle = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

function ofEntry(entry: FileSystemEntry): Entry {
  const { name } = entry;
  if (entry.isFile) return { name, file: () => new Promise((give, fail) => (entry as FileSystemFileEntry).file(give, fail)) };
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  return { name, more: () => new Promise((give, fail) => reader.readEntries((some) => give(some.map(ofEntry)), fail)) };
}

function ofHandle(handle: FileSystemHandle): Entry {
  const { name } = handle;
  if (handle.kind === "file") return { name, file: () => (handle as FileSystemFileHandle).getFile() };
  const values = (handle as FileSystemDirectoryHandle & { values(): AsyncIterator<FileSystemHandle> }).values();
  return { name, more: async () => {
    const { done, value } = await values.next();
    return done ? [] : [ofHandle(value as FileSystemHandle)];
  } };
}

/** Files a person chose one by one: all of them are meant. */
export const given = (files: Iterable<File> | null | undefined): Found => ({ files: [...(files ?? [])], failures: [], passedOver: 0 });

/** A picked folder without what is the system's. */
export function withoutSystem(files: readonly File[]): Found {
  const wanted = files.filter(isSpectrum);
  return { files: wanted, failures: [], passedOver: files.length - wanted.length };
}

async function allOf(entries: readonly Entry[]): Promise<Found> {
  const all: Found = { files: [], failures: [], passedOver: 0 };
  for (const { files, failures, passedOver } of await Promise.all(entries.map(inside))) {
    all.files.push(...files);
    all.failures.push(...failures);
    all.passedOver += passedOver;
  }
  return all;
}

async function inside(entry: Entry): Promise<Found> {
  if (entry.file ? !isSpectrum(entry) : entry.name.startsWith(".")) return { files: [], failures: [], passedOver: 1 };
  const failures: Failure[] = [];
  const failed = (error: unknown) => void failures.push({ file: entry.name, reason: error instanceof Error ? error.message : String(error) });
  const file = await entry.file?.().catch(failed);
  const children: Entry[] = [];
  // A folder gives a hundred entries at a time, and none at the end; one that fails has given what it could.
  for (;;) {
    const some = await entry.more?.().catch(failed);
    if (!some?.length) break;
    children.push(...some);
  }
  const found = await allOf(children);
  return { ...found, files: [...(file ? [file] : []), ...found.files], failures: [...failures, ...found.failures] };
}
