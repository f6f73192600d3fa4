/** Just enough XML to read what spreadsheet programs write; works where there is no DOM (workers, Node). */

export interface Tag {
  /** Without its prefix: `table:table-cell` is `table-cell`. */
  name: string;
  attributes: Record<string, string>;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return named[entity] ?? whole;
    const code = entity[1] === "x" || entity[1] === "X" ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Calls back for each tag that opens or closes (an empty one does both) and for each piece of text. */
export function readXml(xml: string, on: { open?: (tag: Tag) => void; close?: (name: string) => void; text?: (text: string) => void }): void {
  const piece = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;
  for (const [, data, slash, name, attributes, empty, text] of xml.matchAll(piece)) {
    if (data !== undefined) on.text?.(data);
    else if (text !== undefined) on.text?.(unescape(text));
    else if (name === undefined) continue;
    else if (slash) on.close?.(local(name));
    else {
      const tag: Tag = { name: local(name), attributes: {} };
      for (const [, key, a, b] of (attributes ?? "").matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) tag.attributes[local(key!)] = unescape(a ?? b ?? "");
      on.open?.(tag);
      if (empty) on.close?.(tag.name);
    }
  }
}
