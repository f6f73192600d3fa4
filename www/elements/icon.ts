/** The few drawn signs of the page; each stands beside or instead of a word that names it. */
import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  undo: svg`<path d="M4 8h7.5a4.5 4.5 0 0 1 0 9H8M4 8l4-4M4 8l4 4"/>`,
  redo: svg`<path d="M16 8H8.5a4.5 4.5 0 0 0 0 9H12M16 8l-4-4M16 8l-4 4"/>`,
  info: svg`<circle cx="10" cy="10" r="7.2"/><path d="M10 9.2v4.3M10 6.4v.2"/>`,
  close: svg`<path d="M5 5l10 10M15 5L5 15"/>`,
  folder: svg`<path d="M3 15.5v-11h4.5l2 2H17v9z"/>`,
  file: svg`<path d="M10 13V4M6.5 7.5 10 4l3.5 3.5M4 13v3h12v-3"/>`,
  reset: svg`<path d="M5 6v4h4M5.3 10a5.2 5.2 0 1 1 1.2 4"/>`,
  drop: svg`<path d="M10 3.2c2.8 3.6 4.4 5.9 4.4 8.3a4.4 4.4 0 0 1-8.8 0c0-2.4 1.6-4.7 4.4-8.3z"/>`,
  lock: svg`<rect x="5" y="9" width="10" height="7.5" rx="1.5"/><path d="M7 9V6.7a3 3 0 0 1 6 0V9"/>`,
  eye: svg`<path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5z"/><circle cx="10" cy="10" r="2.2"/>`,
  hidden: svg`<path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM4 16 16 4"/>`,
  bin: svg`<path d="M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.5 6"/>`,
  settings: svg`<path d="M3 6h8M15 6h2M3 14h2M9 14h8"/><circle cx="13" cy="6" r="2"/><circle cx="7" cy="14" r="2"/>`,
  more: svg`<path d="m6 8 4 4 4-4"/>`,
  play: svg`<path d="M6.5 4.5v11l9-5.5z"/>`,
  pause: svg`<path d="M7 4.5v11M13 4.5v11"/>`,
} as const;

export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}
