/** Pages that embed the page, by name: what each puts into one and the same document. */
const FALLBACK = `<p id="fallback">A picture and its caption.</p>`;
const SCRIPT = `<script type="module" src="/embed.js"></script>`;
const FAR = `<svg width="10" height="3000" role="presentation"></svg>`;
const small = (attributes: string) => `<interphase-lab ${attributes} hide="bar,panel,side" height="300"></interphase-lab>`;

interface Host { title: string; head?: string; body?: string }

const HOSTS: Record<string, Host> = {
  empty: { title: "An empty page" },
  plain: {
    title: "A plain host",
    head: SCRIPT,
    body: `<interphase-lab id="lab" link="v1/explore?thicknessNm=9" hide="bar,panel,side" height="480">${FALLBACK}</interphase-lab>`,
  },
  sandboxed: {
    title: "A host that sandboxes",
    head: SCRIPT,
    body: `<interphase-lab id="lab" sandbox="allow-scripts" height="700">${FALLBACK}</interphase-lab>`,
  },
  strict: {
    title: "A host with a strict Content-Security-Policy",
    head: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; frame-src 'self'; img-src data:" />${SCRIPT}`,
    body: `<interphase-lab id="lab" view="map" height="auto">${FALLBACK}</interphase-lab>`,
  },
  five: {
    title: "Five on one page, the script twice",
    head: `${SCRIPT}<script type="module" src="/embed.js?again"></script>`,
    body: [`link="v1/explore?thicknessNm=4"`, `link="v1/explore?thicknessNm=5"`, `view="operando"`, `view="current"`, `view="map"`].map(small).join(""),
  },
  below: {
    title: "Below the fold",
    head: SCRIPT,
    body: `${FAR}<interphase-lab id="lab" link="v1/operando" height="600"></interphase-lab>${FAR}`,
  },
  frame: { title: "A host that speaks for itself, to the frame that its own address names", head: `<script src="frame.js"></script>` },
};

/** The page of that name, `plain.html`; undefined if there is none. */
export function hostPage(file: string): string | undefined {
  const name = /^(\w+)\.html$/.exec(file)?.[1] ?? "";
  if (!Object.hasOwn(HOSTS, name)) return undefined;
  const { title, head = "", body = "" } = HOSTS[name]!;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8" />${head}<link rel="icon" href="data:," /><title>${title}</title></head><body>${body}</body></html>`;
}
