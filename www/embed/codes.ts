/** What the share dialog hands out: code to embed, and how to cite. */

const attribute = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** An iframe that works under any host's rules for frames. */
export const iframeCode = (address: string, title: string): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="640" loading="lazy" style="border: 0" allow="clipboard-write; fullscreen"></iframe>`;

/** The element, with a link to fall back on where scripts do not run. */
export const elementCode = (folder: string, link: string, title: string): string =>
  `<script type="module" src="${attribute(`${folder}embed.js`)}"></script>\n<interphase-lab link="${attribute(link)}" height="640">\n  <a href="${attribute(`${folder}#${link}`)}">${attribute(title)}</a>\n</interphase-lab>`;

/** The software as a BibTeX entry; the study has no citation here, because its authors and title are not known to us. */
export const bibtex = (version: { package: string; model: string }, address: string): string =>
  `@software{interphase,\n  author  = {{Interphase contributors}},\n  title   = {Interphase: is the film on a metal anode an SEI or an anti-SEI?},\n  version = {${version.package}},\n  note    = {model ${version.model}},\n  url     = {${address}}\n}`;
