/**
 * `<interphase-lab>` for other people's pages: one script, `embed.js`, and the element stands for a frame with the page in it.
 * The frame keeps several on one page apart, lets the browser start it when it comes into view, and lets it rest when it leaves.
 * Whatever stands inside the element (a picture and its caption) is shown until the frame is ready, and stays if it never is.
 */
import { type ExportFormat, type FrameMessage, type HostMessage, type Settings, readFrameMessage, sealed } from "./protocol";

/** The folder that `embed.js` lies in. */
const script = import.meta.url;
const folder = new URL(".", script);

const ATTRIBUTES = ["src", "link", "view", "preset", "hide", "lock", "theme", "language", "height", "sandbox", "label"] as const;
type Attribute = (typeof ATTRIBUTES)[number];

const STYLE = `
  :host { display: block; position: relative; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; border: 0; color-scheme: normal; }
  :host(:not([ready])) iframe { position: absolute; inset: 0; opacity: 0; pointer-events: none; }
  :host([ready]) slot { display: none; }
`;

export class InterphaseElement extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;

  readonly #frame = document.createElement("iframe");
  readonly #waiting = new Map<string, { resolve: (answer: any) => void; reject: (error: Error) => void }>();
  #cell: Settings["cell"];
  #state: Extract<FrameMessage, { type: "state" }> | undefined;
  #asked = 0;
  readonly #hear = (event: MessageEvent) => this.#answer(event);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#frame.loading = "lazy";
    this.#frame.allow = "clipboard-write; fullscreen";
    root.append(document.createElement("slot"), this.#frame);
  }

  connectedCallback(): void {
    addEventListener("message", this.#hear);
    this.#start();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#hear);
    this.toggleAttribute("ready", false);
    for (const { reject } of this.#waiting.values()) reject(new Error("The element was removed from the page."));
    this.#waiting.clear();
  }

  attributeChangedCallback(name: Attribute, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return;
    if (name === "src" || name === "sandbox") this.#start();
    else if (name === "height" || name === "label") this.#dress();
    else if (this.ready) this.#say({ type: "set", ...this.#settings(name) });
  }

  /** Whether the frame has answered; until then the element's own content is shown. */
  get ready(): boolean {
    return this.hasAttribute("ready");
  }

  /** Parameters of the simulated cell; setting some leaves the others. */
  get cell(): Settings["cell"] {
    return this.#state?.cell ?? this.#cell;
  }
  set cell(cell: Settings["cell"]) {
    this.#cell = { ...this.#cell, ...cell };
    if (this.ready && cell) this.#say({ type: "set", cell });
  }

  /** The state as a link's fragment, without any spectrum a reader has opened. */
  get link(): string | null {
    return this.#state?.link ?? this.getAttribute("link");
  }
  set link(link: string | null) {
    this.#reflect("link", link);
  }
  get view(): string | null {
    return this.#state?.view ?? this.getAttribute("view");
  }
  set view(view: string | null) {
    this.#reflect("view", view);
  }
  get preset(): string | null {
    return this.#state?.preset ?? this.getAttribute("preset");
  }
  set preset(preset: string | null) {
    this.#reflect("preset", preset);
  }

  /** One figure as text (SVG, or its numbers as CSV). Refused while a reader's own spectra are shown. */
  export(format: ExportFormat, figure?: string): Promise<Extract<FrameMessage, { type: "export" }>> {
    return this.#ask((id) => ({ type: "export", id, format, ...(figure === undefined ? {} : { figure }) }));
  }

  /** The state as it is now. */
  get(): Promise<Extract<FrameMessage, { type: "state" }>> {
    return this.#ask((id) => ({ type: "get", id }));
  }

  #reflect(name: Attribute, value: string | null): void {
    if (value === null) this.removeAttribute(name);
    // Setting the same text again must act again: the reader may have moved on in the frame.
    else if (this.getAttribute(name) === value && this.ready) this.#say({ type: "set", ...this.#settings(name) });
    else this.setAttribute(name, value);
  }

  #settings(only?: Attribute): Settings {
    const settings: Record<string, unknown> = {};
    for (const name of ["link", "view", "preset", "theme", "language", "hide", "lock"] as const) {
      const value = this.getAttribute(name);
      if (value === null || (only !== undefined && name !== only)) continue;
      settings[name] = name === "hide" || name === "lock" ? value.split(/[\s,]+/).filter(Boolean) : value;
    }
    if (only === undefined && this.#cell) settings.cell = this.#cell;
    return settings as Settings;
  }

  #start(): void {
    this.toggleAttribute("ready", false);
    this.#dress();
    const sandbox = this.getAttribute("sandbox");
    if (sandbox === null) this.#frame.removeAttribute("sandbox");
    else this.#frame.setAttribute("sandbox", sandbox);
    // Without an origin of its own a frame cannot load modules from a plain host: the single file has all inside.
    const alone = sandbox !== null && !sandbox.split(/\s+/).includes("allow-same-origin");
    const address = new URL(this.getAttribute("src") ?? (alone ? "interphase.html" : "index.html"), this.hasAttribute("src") ? document.baseURI : folder);
    this.#frame.src = address.href;
  }

  #dress(): void {
    this.#frame.title = this.getAttribute("label") ?? "Interphase: the impedance of the film on a metal anode";
    const height = Number.parseFloat(this.getAttribute("height") ?? "");
    this.#frame.style.height = `${Number.isFinite(height) ? Math.max(height, 120) : 640}px`;
  }

  #say(message: HostMessage): void {
    // Nothing secret goes in, and a sandboxed frame has no origin to name.
    this.#frame.contentWindow?.postMessage(sealed(message), "*");
  }

  #ask<T extends FrameMessage>(question: (id: string) => HostMessage): Promise<T> {
    if (!this.ready) return Promise.reject(new Error("The element is not ready yet: wait for its “ready” event."));
    const id = `q${++this.#asked}`;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#say(question(id));
    });
  }

  #answer(event: MessageEvent): void {
    if (event.source !== this.#frame.contentWindow || event.source === null) return;
    const read = readFrameMessage(event.data);
    if (read === undefined || "wrong" in read) return;
    const { message } = read;
    if (message.type === "ready") {
      this.toggleAttribute("ready", true);
      this.#say({ type: "set", ...this.#settings() });
    }
    if (message.type === "state") this.#state = message;
    if (message.type === "resize" && this.getAttribute("height") === "auto") this.#frame.style.height = `${message.height}px`;
    if ("id" in message && message.id !== undefined) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === "error") waiting?.reject(Object.assign(new Error(message.message), { code: message.code }));
      else waiting?.resolve(message);
    }
    this.dispatchEvent(new CustomEvent(`interphase-${message.type}`, { detail: message, bubbles: true, composed: true }));
  }
}

// Two copies of the script on one page are one element.
if (!customElements.get("interphase-lab")) customElements.define("interphase-lab", InterphaseElement);
