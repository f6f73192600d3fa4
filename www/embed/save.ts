/** "Save this page": the single file with the state baked in, data included. It opens where it was left, without a network. */

/** The page as one file that starts with `link`. Throws where the file cannot be had. */
export async function savedPage(link: string): Promise<string> {
  const source = __SINGLE_FILE__ ? ownSource() : await fetchedSource();
  const state = `<script type="application/json" id="interphase-state">${escaped(link)}</script>`;
  const without = source.replace(/<script type="application\/json" id="interphase-state">[^<]*<\/script>/, "");
  const body = without.lastIndexOf("</body>");
  if (body < 0) throw new Error("The page's own file is not as expected.");
  return without.slice(0, body) + state + without.slice(body);
}

async function fetchedSource(): Promise<string> {
  const response = await fetch(new URL("interphase.html", location.href));
  if (!response.ok) throw new Error(`interphase.html: ${response.status}`);
  return response.text();
}

/** The file that this page is: the document with what the script has drawn taken out again. */
function ownSource(): string {
  const root = document.documentElement.cloneNode(true) as HTMLElement;
  root.removeAttribute("style");
  for (const attribute of ["theme", "embedded", "data-hide"]) root.querySelector("interphase-lab")?.removeAttribute(attribute);
  return `<!doctype html>\n${root.outerHTML}`;
}

/** A fragment holds no "<" of its own, but a stranger's might. */
const escaped = (link: string) => link.replace(/</g, "%3C");
