/**
 * `<interphase-lab>` for other people's pages: one script, `embed.js`, and the element stands for a frame with the page in it.
 * The frame keeps several on one page apart; it starts when it comes into view, and rests while it is out of it.
 * Whatever stands inside the element (a picture and its caption) is shown until the frame is ready, and stays if it never is.
 */
import { type ExportFormat, type FrameMessage, type HostMessage, type Settings, readFrameMessage, sealed } from "./protocol";

/** The folder that `embed.js` lies in. */
const script = import.meta.url;
const folder = new URL(".", script);

const ATTRIBUTES = ["src", "link", "view", "preset", "hide", "lock", "theme", "language", "height", "sandbox", "label"] as const;
type Attribute = (typeof ATTRIBUTES)[number];
/** Those of them that are the frame's, and can change while it runs. */
const SETTINGS: ReadonlySet<Attribute> = new Set(["link", "view", "preset", "hide", "lock", "theme", "language"]);

/** How far below the fold the frame starts. */
const AHEAD = "200px";

const STYLE = `
  :host { display: block; position: relative; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; border: 0; color-scheme: normal; }
  :host(:not([ready])) { overflow: clip; }
  :host(:not([ready])) iframe { position: absolute; inset: 0; opacity: 0; }
  :host([ready]) slot { display: none; }
`;

export class InterphaseElement extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  static {
    for (const name of ATTRIBUTES) {
      Object.defineProperty(this.prototype, name, {
        get(this: InterphaseElement) {
          return this.#read(name);
        },
        set(this: InterphaseElement, value: unknown) {
          this.#write(name, value);
        },
        enumerable: true,
        configurable: true,
      });
    }
  }

  readonly #frame = document.createElement("iframe");
  readonly #waiting = new Map<string, { resolve: (answer: any) => void; reject: (error: Error) => void }>();
  #cell: Settings["cell"];
  #state: Extract<FrameMessage, { type: "state" }> | undefined;
  #asked = 0;
  /** What of the attributes the frame did not get with its address. */
  #rest: HostMessage & { type: "set" } = { type: "set" };
  readonly #sight = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) this.#load();
  }, { rootMargin: AHEAD });
  readonly #hear = (event: MessageEvent) => this.#answer(event);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#frame.allow = "clipboard-write; fullscreen";
    root.append(document.createElement("slot"));
  }

  connectedCallback(): void {
    // What a page set before this script had come is no more than a plain property of the element.
    for (const name of [...ATTRIBUTES, "cell"] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Partial<Record<typeof name, unknown>>)[name];
      Object.assign(this, { [name]: value });
    }
    addEventListener("message", this.#hear);
    this.#wait();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#hear);
    this.#stop();
  }

  attributeChangedCallback(name: Attribute, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return;
    if (name === "src" || name === "sandbox") this.#wait();
    else if (name === "height" || name === "label") this.#dress();
    else if (this.ready) this.#say({ type: "set", ...this.#settings([name]) });
    else this.#state = undefined;
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

  /** One figure as text (SVG, or its numbers as CSV). Refused while a reader's own spectra are shown. */
  export(format: ExportFormat, figure?: string): Promise<Extract<FrameMessage, { type: "export" }>> {
    return this.#ask((id) => ({ type: "export", id, format, ...(figure === undefined ? {} : { figure }) }));
  }

  /** The state as it is now. */
  get(): Promise<Extract<FrameMessage, { type: "state" }>> {
    return this.#ask((id) => ({ type: "get", id }));
  }

  /** The value of an attribute as the frame has it now, else as it is written. */
  #read(name: Attribute): string | null {
    const now = name === "link" || name === "view" || name === "preset" ? this.#state?.[name] : undefined;
    return now ?? this.getAttribute(name);
  }

  #write(name: Attribute, value: unknown): void {
    if (value === null || value === undefined) this.removeAttribute(name);
    // The same text again must act again: the reader may have moved on in the frame.
    else if (this.getAttribute(name) === String(value) && this.ready) this.#say({ type: "set", ...this.#settings([name]) });
    else this.setAttribute(name, String(value));
  }

  #settings(names: readonly Attribute[]): Settings {
    const settings: Record<string, unknown> = {};
    for (const name of names) {
      const value = this.getAttribute(name);
      if (name === "hide" || name === "lock") settings[name] = (value ?? "").split(/[\s,]+/).filter(Boolean);
      else if (name === "theme" || name === "language") settings[name] = value ?? "auto";
      else if (value !== null) settings[name] = value;
    }
    return settings as Settings;
  }

  /** Back to the element's own content, until it is in view. */
  #wait(): void {
    this.#stop();
    this.#dress();
    this.#sight.observe(this);
  }

  #stop(): void {
    this.#sight.disconnect();
    this.#frame.removeAttribute("src");
    this.#frame.remove();
    this.toggleAttribute("ready", false);
    for (const { reject } of this.#waiting.values()) reject(new Error("The element was removed from the page, or started anew."));
    this.#waiting.clear();
  }

  #load(): void {
    this.#sight.disconnect();
    const sandbox = this.getAttribute("sandbox");
    if (sandbox === null) this.#frame.removeAttribute("sandbox");
    else this.#frame.setAttribute("sandbox", sandbox);
    // A frame without an origin of its own may load modules from no host that does not allow it: the single file has all inside.
    const alone = sandbox !== null && !sandbox.split(/\s+/).includes("allow-same-origin");
    const src = this.getAttribute("src");
    const address = src === null ? new URL(alone ? "interphase.html" : "index.html", folder) : new URL(src, document.baseURI);
    const given = ATTRIBUTES.filter((name) => SETTINGS.has(name) && this.hasAttribute(name));
    if (this.#state) {
      // Taken out of the page and put back: it goes on where it was.
      address.hash = this.#state.link;
      this.#rest = { type: "set" };
    } else {
      const link = this.getAttribute("link");
      if (link !== null) address.hash = link;
      this.#rest = { type: "set", ...this.#settings(given.filter((name) => name !== "link")), ...(this.#cell ? { cell: this.#cell } : {}) };
    }
    this.#frame.inert = true;
    this.#frame.src = address.href;
    this.shadowRoot!.append(this.#frame);
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
      this.#frame.inert = false;
      this.toggleAttribute("ready", true);
      if (Object.keys(this.#rest).length > 1) this.#say(this.#rest);
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

/** A property for every attribute, of the same name. */
export interface InterphaseElement extends Record<Attribute, string | null> {}

// Two copies of the script on one page are one element.
if (!customElements.get("interphase-lab")) customElements.define("interphase-lab", InterphaseElement);
