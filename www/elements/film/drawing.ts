/** Draws the film: metal, compact film, porous film, electrolyte, and what moves through them. Two scales in one picture, so that nm and 100 nm can both be seen. */
import type { Ink } from "../plot/ink";
import { textWidth } from "../plot/measure";
import { carriedBy } from "../../state/carried";
import { number } from "../../state/format";
import { t } from "../../state/texts";
import type { FilmState, Process } from "./types";

export interface Sheet { width: number; height: number; size: number; family: string; uid: string }

/** A repeatable scatter: the same picture for the same numbers. */
const scatter = (i: number, salt: number): number => {
  const v = Math.sin(i * 127.1 + salt * 311.7) * 43758.5453;
  return v - Math.floor(v);
};
const ramp = (value: number, from: number, to: number): number => {
  const x = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return x * x * (3 - 2 * x);
};
const share = (value: number | undefined): number => Math.min(1, Math.max(0, value ?? 0));
const at = (value: number): string => (Math.round(value * 10) / 10).toString();

/** Which layer answers for a process. */
export const LAYER: Record<Process, "electrolyte" | "porous" | "surface" | "compact"> = {
  "charge-transfer": "surface", polysulfide: "surface", "film-electrons": "compact", "film-ions": "compact",
  pores: "porous", electrolyte: "electrolyte", diffusion: "electrolyte",
};

/** The charge an ion of this metal carries. */
const charge = (metal: string): string => (/^(Li|Na|K)$/.test(metal) ? "+" : metal === "Al" ? "3+" : "2+");

/** " · " is where a note may break. */
function wrapped(note: string | undefined, width: number, sheet: Sheet): string[] {
  const lines: string[] = [];
  for (const piece of note?.split(" · ") ?? []) {
    const longer = lines.length ? `${lines[lines.length - 1]} · ${piece}` : piece;
    if (lines.length && textWidth(longer, sheet.size, sheet.family) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

export function drawFilm(ink: Ink, state: FilmState, sheet: Sheet): void {
  const { width, height, size, family, uid } = sheet;
  const te = share(state.electronShare), cracks = share(state.cracks), deposit = share(state.deposit), polysulfide = share(state.polysulfide);
  const blocked = carriedBy(te) === "ions";
  // Few as they are, electrons that come through are seen.
  const electrons = blocked ? 0 : Math.max(0.25, ramp(te, 0.02, 0.6)), ions = ramp(1 - te, 0.02, 0.6);
  const lineHeight = size * 1.32;
  const column = width * 0.54;
  const roomy = width > size * 17;
  const notes = {
    electrolyte: wrapped(state.notes?.electrolyte, width - 24, sheet), porous: wrapped(state.notes?.porous, column, sheet),
    compact: wrapped(state.notes?.compact, column, sheet), metal: wrapped(state.notes?.metal, width - 24, sheet),
  };
  const words = (lines: string[]): number => (lines.length + 1) * lineHeight + size * 0.9;

  // ---- heights: enough for the words, more with the thickness, the rest to electrolyte and metal
  const porousNm = Math.max(0, state.porousNm), compactNm = Math.max(0, state.compactNm);
  let porousHeight = porousNm <= 0 ? 0 : Math.max(words(notes.porous), 26 + 3.6 * Math.sqrt(porousNm));
  let compactHeight = Math.max(words(notes.compact), 22 + 6 * Math.min(12, compactNm));
  const rest = height - porousHeight - compactHeight;
  const least = size * 9.5;
  if (rest < least) {
    const squeeze = (height - least) / (porousHeight + compactHeight);
    porousHeight *= squeeze;
    compactHeight *= squeeze;
  }
  const metalHeight = Math.max(size * 3.4, (height - porousHeight - compactHeight) * 0.4);
  const metalTop = height - metalHeight, compactTop = metalTop - compactHeight, porousTop = compactTop - porousHeight;

  // ---- boundaries: slightly rough; a deposit under an SEI lifts what lies on it
  const under = deposit * (1 - ramp(te, 0.35, 0.65)), above = deposit * ramp(te, 0.35, 0.65);
  const hump = (x: number, k: number): number => Math.max(0, 1 - ((x - width * k) / (width * 0.13)) ** 2);
  const lift = (x: number): number => under * Math.min(30, metalHeight * 0.4) * Math.min(1, hump(x, 0.66) + 0.8 * hump(x, 0.86));
  const rough = (x: number, salt: number): number => 1.3 * Math.sin(x * 0.11 + salt) + 0.9 * Math.sin(x * 0.053 + salt * 2.3);
  const metalAt = (x: number): number => metalTop - lift(x) + rough(x, 1) * 0.6;
  const compactAt = (x: number): number => compactTop - lift(x) + rough(x, 2);
  const porousAt = (x: number): number => porousTop - lift(x) * 0.7 + (porousHeight > 0 ? rough(x, 3) * 1.6 : 0);
  const edge = (y: (x: number) => number): string => {
    let d = "";
    for (let x = 0; ; x = Math.min(width, x + 6)) {
      d += `${x ? "L" : "M"}${at(x)},${at(y(x))}`;
      if (x >= width) return d;
    }
  };
  const down = `V${at(height)}H0Z`;

  ink.begin(width, height);
  const layer = (name: string): SVGElement => ink.put(name, "g", { class: `if-${name}` });
  const lit = state.active && LAYER[state.active];
  const glow = (name: string): string => (lit ? (lit === name ? " if-lit" : " if-dim") : "");

  // ---- the four layers
  const defs = ink.put("defs", "defs", {});
  const shade = ink.put("shade", "linearGradient", { id: `${uid}-metal`, x1: 0, y1: 0, x2: 0, y2: 1 }, defs);
  ink.put("shade0", "stop", { offset: 0, class: "if-metal-top" }, shade);
  ink.put("shade1", "stop", { offset: 1, class: "if-metal-foot" }, shade);
  const clip = ink.put("clip", "clipPath", { id: `${uid}-sheet` }, defs);
  ink.put("clipr", "rect", { x: 0, y: 0, width, height, rx: 5 }, clip);
  const porousClip = ink.put("pclip", "clipPath", { id: `${uid}-porous` }, defs);
  const porousShape = `${edge(porousAt)}V${at(compactTop + 3)}H0Z`;
  ink.put("pclipp", "path", { d: porousShape }, porousClip);

  const ground = ink.put("ground", "g", { "clip-path": `url(#${uid}-sheet)` });
  ink.put("electrolyte", "rect", { x: 0, y: 0, width, height, class: `if-electrolyte${glow("electrolyte")}`, "data-layer": "electrolyte" }, ground);
  const porous = ink.put("porousg", "g", { class: `if-porous-layer${glow("porous")}`, "data-layer": "porous" }, ground);
  if (porousHeight > 0) {
    ink.put("porous", "path", { d: `${edge(porousAt)}V${at(height)}H0Z`, class: "if-porous" }, porous);
    // Pores: as much of the area as the porosity says (overlaps aside), each a rounded hole, some joined.
    const area = width * porousHeight, mean = Math.min(9, Math.max(4, porousHeight * 0.11));
    const count = Math.min(220, Math.round((-Math.log(1 - Math.min(0.9, share(state.porosity))) * area) / (Math.PI * mean * mean * 0.95)));
    let holes = "";
    for (let i = 0; i < count; i++) {
      const x = scatter(i, 1) * width, y = porousTop + scatter(i, 2) * porousHeight;
      const rx = mean * (0.6 + scatter(i, 3) * 0.9), ry = mean * (0.55 + scatter(i, 4) * 0.7);
      holes += `M${at(x - rx)},${at(y)}a${at(rx)},${at(ry)} 0 1,0 ${at(2 * rx)},0a${at(rx)},${at(ry)} 0 1,0 ${at(-2 * rx)},0z`;
    }
    ink.put("holes", "path", { d: holes, class: "if-pores", "clip-path": `url(#${uid}-porous)` }, porous);
    ink.put("porousedge", "path", { d: edge(porousAt), class: "if-edge" }, porous);
  }
  const compact = ink.put("compact", "path", { d: edge(compactAt) + down, class: `if-compact${glow("compact")}`, "data-layer": "compact" }, ground);
  compact.style.setProperty("--te", `${Math.round(te * 100)}%`);
  ink.put("metal", "path", { d: edge(metalAt) + down, class: "if-metal", fill: `url(#${uid}-metal)`, "data-layer": "metal" }, ground);
  let lattice = "";
  const pitch = 13;
  for (let row = 0; row * pitch * 0.87 < metalHeight; row++) {
    for (let x = row % 2 ? pitch : pitch / 2; x < width; x += pitch) {
      const y = metalTop + 8 + row * pitch * 0.87;
      if (y - metalAt(x) > 6) lattice += `M${at(x - 4.6)},${at(y)}a4.6,4.6 0 1,0 9.2,0a4.6,4.6 0 1,0 -9.2,0`;
    }
  }
  ink.put("lattice", "path", { d: lattice, class: "if-lattice" }, ground);

  // ---- cracks and pits: wedges of electrolyte through the films, bowls in the metal
  const places = [0.77, 0.63, 0.96, 0.55, 0.86, 0.7];
  const open = cracks > 0.004 ? Math.max(1, Math.ceil(cracks * places.length)) : 0;
  let wedges = "", pits = "";
  for (let i = 0; i < open; i++) {
    const grown = ramp(cracks * places.length - i, 0, 1) * 0.65 + 0.35, wide = Math.min(1.4, width / 260);
    const x = width * places[i]!, half = (2 + 4.5 * grown) * wide, bowl = (5 + 9 * cracks) * grown * wide;
    const from = (porousHeight > 0 ? porousTop : compactTop) - 3, ym = metalAt(x) + 1, steps = 7;
    // Down one side and up the other: jagged, wide at the top, narrow at the metal.
    const side = (sign: number): string[] => Array.from({ length: steps + 1 }, (_, k) => {
      const share = k / steps, y = from + share * (ym - from);
      const sway = 5 * wide * (scatter(k, 20 + i) - 0.5) * Math.sin(Math.PI * share);
      return `${at(x + sway + sign * half * (1.25 - 0.75 * share) * (0.75 + 0.5 * scatter(k, 40 + i * 2 + sign)))},${at(y)}`;
    });
    wedges += `M${[...side(-1), ...side(1).reverse()].join("L")}Z`;
    pits += `M${at(x - bowl)},${at(ym)}C${at(x - bowl * 1.1)},${at(ym + bowl * 1.5)} ${at(x + bowl * 1.1)},${at(ym + bowl * 1.4)} ${at(x + bowl)},${at(ym)}Z`;
  }
  const cracked = layer("cracks");
  ink.put("pits", "path", { d: pits, class: "if-crack" }, cracked);
  ink.put("wedges", "path", { d: wedges, class: "if-crack" }, cracked);

  // ---- deposit on top of the film: lumps that sit on it
  const lumps = layer("deposit");
  if (above > 0.01) {
    const tall = Math.min(porousHeight > 0 ? Math.max(26, porousHeight * 0.75) : 40, 46) * Math.sqrt(above);
    let d = "", facets = "";
    [[0.57, 0.55], [0.88, 0.7], [0.66, 0.85], [0.79, 0.75], [0.73, 1]].forEach(([k, h], i) => {
      const x = width * k!, w = width * 0.062 * (0.45 + 0.55 * Math.sqrt(above)), up = tall * h!, y = compactAt(x) + 2;
      const corner = (dx: number, dy: number, salt: number): [number, number] => [x + w * dx * (0.85 + 0.3 * scatter(i, salt)), y - up * dy * (0.9 + 0.2 * scatter(i, salt + 1))];
      const [a, b, c, e] = [corner(-0.95, 0.58, 50), corner(-0.35, 1, 52), corner(0.45, 0.94, 54), corner(0.95, 0.5, 56)];
      d += `M${at(x - w)},${at(y)}L${[a, b, c, e].map((p) => `${at(p[0])},${at(p[1])}`).join("L")}L${at(x + w)},${at(y)}Z`;
      facets += `M${at(b[0])},${at(b[1])}L${at(x - w * 0.2)},${at(y - up * 0.5)}L${at(c[0])},${at(c[1])}M${at(x - w * 0.2)},${at(y - up * 0.5)}L${at(x - w * 0.5)},${at(y)}`;
    });
    ink.put("lumps", "path", { d, class: "if-metal if-lump", fill: `url(#${uid}-metal)` }, lumps);
    ink.put("facets", "path", { d: facets, class: "if-facets" }, lumps);
    if (tall > 20) ink.text("lumpst", state.metal, { x: width * 0.73, y: compactAt(width * 0.73) - tall * 0.28, "text-anchor": "middle", class: "if-on-metal", "font-size": size }, lumps);
  }

  // ---- surface sites where the reaction still goes on
  if (state.activeSites !== undefined) {
    const sites = ink.put("sites", "g", { class: "if-sites", transform: `translate(0,${at(compactTop)})` });
    const count = 14, alive = share(state.activeSites) * count;
    for (let i = 0; i < count; i++) {
      const x = width * (0.5 + (0.48 * (i + 0.5)) / count);
      // In a scattered order, so that they do not go out from one side.
      const rank = (i * 9) % count;
      ink.put(`site${i}`, "circle", { cx: x, cy: Math.round(compactAt(x) - compactTop), r: 2.6, class: "if-site", "fill-opacity": ramp(alive - rank, -0.2, 1) }, sites);
    }
  }
  if (lit === "surface") ink.put("surface", "path", { d: edge(compactAt), class: "if-surface" });
  if (lit === "compact") ink.put("surface", "path", { d: edge(compactAt) + edge(metalAt), class: "if-surface" });
  if (lit === "porous") ink.put("surface", "path", { d: edge(porousAt) + edge(compactAt), class: "if-surface" });

  const moving = layer("moving");
  const way = state.current === "stripping" ? " if-back" : state.current === "plating" ? "" : " if-both";
  const carrier = (name: string, kind: "electron" | "ion", x: number, from: number, to: number, delay: number, text: string, opacity: number): void => {
    const group = ink.put(name, "g", { transform: `translate(${at(x)},0)`, opacity }, moving);
    const body = ink.put(`${name}b`, "g", { class: `if-${kind}${way}` }, group);
    travel(body, from, to);
    body.style.setProperty("--delay", `${delay}s`);
    ink.put(`${name}c`, "circle", { r: kind === "ion" ? 8.5 : 5.2, class: "if-body" }, body);
    if (kind === "ion") ink.text(`${name}t`, text, { y: 3.2, "text-anchor": "middle", class: "if-sign", "font-size": 9.5 }, body);
    else ink.put(`${name}t`, "path", { d: "M-2.4,0H2.4", class: "if-minus" }, body);
  };
  const arrow = (x: number, y: number, up: boolean): string => `M${at(x - 3.5)},${at(y + (up ? 5 : -5))}L${at(x)},${at(y)}L${at(x + 3.5)},${at(y + (up ? 5 : -5))}`;

  // ---- electrons: through the compact film by tunnelling, or turned back at the metal
  const upward = state.current !== "stripping";
  [0.58, 0.69, 0.8].forEach((k, i) => {
    const x = width * k, foot = metalAt(x), top = compactAt(x);
    if (electrons > 0.02) {
      const track = `M${at(x)},${at(foot + 12)}V${at(top)}${arrow(x, upward ? top + 1 : foot + 12, upward)}`;
      ink.put(`et${i}`, "path", { d: track, class: "if-track if-electron-track", opacity: electrons }, moving);
      carrier(`e${i}`, "electron", x, foot + 15, top - 2, -i * 0.9, "", electrons);
    } else if (i < 2) carrier(`e${i}`, "electron", x, foot + 24, foot + 8, -i * 0.9, "", 1);
  });
  const crossMark = (name: string, x: number, y: number, text: string, opacity: number, below: number, end = x + 8): void => {
    const group = ink.put(name, "g", { opacity, transform: `translate(${at(x)},${at(y)})` }, moving);
    ink.put(`${name}x`, "path", { d: "M-5.5,-5.5L5.5,5.5M5.5,-5.5L-5.5,5.5", class: "if-blocked" }, group);
    // Written towards the inside, so that it never runs out of the picture; a small one has no room for it.
    if (roomy) ink.text(`${name}t`, text, { x: end - x, y: below, "text-anchor": "end", class: "if-word", "font-size": size }, group);
  };

  // ---- ions: through the compact film, or stopped on it
  const ionX = width * 0.91, ionTop = compactAt(ionX), start = Math.min(porousTop - 12, Math.max(44, porousTop * 0.5));
  const sign = charge(state.metal);
  if (ions > 0.02) {
    [ionX, width * 0.5].forEach((x, i) => {
      if (i && width < 200) return;
      const foot = metalAt(x);
      ink.put(`it${i}`, "path", { d: `M${at(x)},${at(start + 12)}V${at(foot - 2)}${arrow(x, upward ? foot - 2 : start + 12, !upward)}`, class: "if-track if-ion-track", opacity: ions }, moving);
      carrier(`i${i}`, "ion", x, start, foot - 9, -i * 1.7, sign, ions);
    });
  } else {
    ink.put("it0", "path", { d: `M${at(ionX)},${at(start + 12)}V${at(ionTop - 14)}`, class: "if-track if-ion-track" }, moving);
    carrier("i0", "ion", ionX, start, ionTop - 16, 0, sign, 1);
  }
  const ionsStopped = ramp(te, 0.85, 0.98);
  if (ionsStopped > 0.02 && cracks < 0.6) crossMark("ib", ionX, ionTop + 3, t("film-ions-blocked"), ionsStopped, size * 1.5);
  // Beside the metal's name, which stands at the left.
  const name = 12 + textWidth(state.metalName, size * 1.06, family, true), label = textWidth(t("film-electrons-blocked"), size, family);
  if (blocked) crossMark("eb", width * 0.69, metalAt(width * 0.69), t("film-electrons-blocked"), 1, Math.min(38 + size * 0.5, metalHeight - 5), Math.min(width - 8, Math.max(width * 0.69 + 8, name + size + label)));

  // ---- metal dissolving through open cracks
  if (open && state.current === "stripping") {
    for (let i = 0; i < Math.min(3, open); i++) carrier(`out${i}`, "ion", width * places[i]!, metalAt(width * places[i]!) + 4, Math.max(16, porousTop - 20), -i * 1.1, sign, 1);
  }

  // ---- polysulfide: comes, takes electrons where there are any, leaves in pieces
  const molecules = Math.ceil(polysulfide * 4);
  const reacts = !blocked;
  for (let i = 0; i < molecules; i++) {
    const x = width * ([0.64, 0.53, 0.75, 0.42][i] ?? 0.6);
    const group = ink.put(`ps${i}`, "g", { transform: `translate(${at(x)},0)`, opacity: i === molecules - 1 ? Math.max(0.4, polysulfide * 4 - i) : 1 }, moving);
    const far = 16 + scatter(i, 11) * Math.max(4, porousTop - 40), near = compactAt(x) - 7;
    const chain = (name: string, count: number, style: string, dx: number): void => {
      const body = ink.put(name, "g", { class: style }, group);
      travel(body, far, near);
      body.style.setProperty("--side", `${dx}px`);
      body.style.setProperty("--delay", `${-i * 1.3}s`);
      let d = "", dots = "";
      for (let k = 0; k < count; k++) {
        const cx = (k - (count - 1) / 2) * 5.4, cy = k % 2 ? -2.4 : 2.4;
        d += `${k ? "L" : "M"}${at(cx)},${at(cy)}`;
        dots += `M${at(cx - 3)},${at(cy)}a3,3 0 1,0 6,0a3,3 0 1,0 -6,0`;
      }
      ink.put(`${name}l`, "path", { d, class: "if-bond" }, body);
      ink.put(`${name}d`, "path", { d: dots, class: "if-sulfur" }, body);
    };
    chain(`ps${i}a`, 8, `if-sulfide ${reacts ? "if-arrives" : "if-visits"}`, 0);
    if (reacts) {
      chain(`ps${i}b`, 4, "if-sulfide if-leaves", -14);
      chain(`ps${i}c`, 4, "if-sulfide if-leaves", 14);
    }
  }

  // ---- words, last, on everything
  const say = layer("words");
  const write = (name: string, title: string, lines: string[], y: number, style = ""): void => {
    ink.text(`w${name}`, title, { x: 12, y: y + size, class: `if-name${style}`, "font-size": size * 1.06 }, say);
    lines.forEach((text, i) => ink.text(`w${name}${i}`, text, { x: 12, y: y + size + lineHeight * (i + 1), class: `if-note${style}`, "font-size": size }, say));
  };
  const centred = (top: number, tall: number, lines: string[]): number => top + Math.max(size * 0.3, (tall - (lines.length + 1) * lineHeight) / 2);
  write("e", t("film-electrolyte"), notes.electrolyte, Math.max(8, Math.min(24, porousTop * 0.25)));
  if (porousHeight > lineHeight * 1.2) write("p", t("film-porous"), porousHeight > words(notes.porous) - 8 ? notes.porous : [], centred(porousTop, porousHeight, notes.porous));
  write("c", t("film-compact"), notes.compact, centred(compactTop, compactHeight, notes.compact));
  write("m", state.metalName, notes.metal, centred(metalTop + lift(0), metalHeight, notes.metal), " if-on-metal");
  if (molecules && roomy) ink.text("wps", t("film-polysulfide"), { x: width - 44, y: 16 + size * 0.3, "text-anchor": "end", class: "if-note if-sulfur-word", "font-size": size }, say);
  ink.end();
}

/** Where a moving body goes. In steps of four pixels, because each change starts its animation anew. */
function travel(body: SVGElement, from: number, to: number): void {
  for (const [name, y] of [["--from", from], ["--to", to]] as const) {
    const text = `${4 * Math.round(y / 4)}px`;
    if (body.style.getPropertyValue(name) !== text) body.style.setProperty(name, text);
  }
}

/** The picture in words. */
export function describeFilm(state: FilmState): string {
  const te = state.electronShare, said = [t("film-says-layers", { metal: state.metalName, compact: number(state.compactNm, 2), porous: Math.round(state.porousNm) })];
  const carried = carriedBy(te);
  said.push(t({ electrons: "film-says-anti-sei", ions: "film-says-sei", both: "film-says-both" }[carried]));
  if ((state.deposit ?? 0) > 0.01) said.push(te > 0.5 ? t("film-says-deposit-top") : t("film-says-deposit-under"));
  if ((state.cracks ?? 0) > 0.004) said.push(t("film-says-cracks", { share: Math.round((state.cracks ?? 0) * 100) }));
  if ((state.polysulfide ?? 0) > 0) said.push(t(carried === "ions" ? "film-says-polysulfide-idle" : "film-says-polysulfide-reacts"));
  return said.join(" ");
}
