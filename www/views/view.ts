/**
 * What a view is. To add one, write `views/<id>.ts` with an element `ip-<id>` that extends `View`, add a line to
 * `views/index.ts` and the messages `view-<id>` (its name) to `texts/`.
 *
 * - Its settings: a `Slice` (state/slice.ts), read with `slice.of(this.state)`, changed with `this.store.update(slice.patch(…))`.
 * - Its styles: `static sheet = sheet` with `import sheet from "../styles/<id>.css?inline"`, scoped by its tag.
 * - Its figures: `<ip-plot name="…">`; what a person chooses to see of one is kept in the state under that name, which stands for these axes.
 * - Its words to people who listen: `this.say(text)`. Its errors: `<ip-notice>` where the cause is.
 */
import { Element } from "../elements/element";
import { pace } from "../elements/pace";
import type { Plot } from "../elements/plot/plot";
import type { PlotEvents, Provenance } from "../elements/plot/types";
import { version } from "../engine";
import { writeLink, type Known } from "../state/link";
import { measuredOn } from "../state/measured";
import type { State, Store } from "../state/store";
import { t } from "../state/texts";
import { pageAddress } from "../state/url";

export interface ViewEntry {
  readonly id: string;
  /** Loads the code that defines `ip-<id>`; called when the view is first shown. */
  load(): Promise<unknown>;
}

export abstract class View extends Element {
  /** Styles of the view, adopted by the page when it is first shown. */
  static readonly sheet: string = "";

  /** Given by the page before the view is shown. */
  store!: Store;
  known!: Known;

  #unsubscribe: (() => void) | undefined;
  #step = 0;

  protected get state(): State {
    return this.store.state;
  }

  constructor() {
    super();
    this.addEventListener("plot-named", ({ target }) => this.#show(target as Plot));
    this.addEventListener("plot-sight", this.#seen);
  }

  /** A figure's place in the state: by the view, whose name is in its tag, and its own name. */
  #key({ name }: Plot): string | undefined {
    return name && `${this.localName.slice(3)}.${name}`;
  }
  #show(plot: Plot): void {
    const key = this.#key(plot);
    if (key) plot.sight = this.state.sights[key];
  }
  #showAll(): void {
    for (const plot of this.getElementsByTagName("ip-plot")) this.#show(plot);
  }
  readonly #seen = ({ target, detail: { sight } }: PlotEvents["plot-sight"]): void => {
    const key = this.#key(target as Plot);
    if (!key) return;
    const { [key]: _, ...others } = this.state.sights;
    this.store.update({ sights: sight ? { ...others, [key]: sight } : others }, { history: "replace" });
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe((now, before, { sight }) => {
      if (now.sights !== before.sights) this.#showAll();
      if (sight) return;
      this.requestUpdate();
      if (pace.moving) this.#step ||= requestAnimationFrame(() => {
        this.#step = 0;
        this.keepUp();
      });
    });
    // Off the page it heard of no change.
    this.#showAll();
    this.requestUpdate();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    cancelAnimationFrame(this.#step);
    this.#step = 0;
  }

  /** One rendering a frame, however many changes it brings. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await super.scheduleUpdate();
  }

  /** Draws what moves under a hand, in every frame: for a view that `follows`, whose rendering comes when there is time. */
  protected keepUp(): void {}

  /** Renders at once what has changed: for whoever takes the figures off the page. */
  flush(): void {
    if (this.isUpdatePending) this.performUpdate();
  }

  /** What every exported figure says about itself; `geometry` is the simulation's. */
  protected provenance(geometry: string): Provenance {
    const { package: release, model } = version();
    const { store, known } = this;
    return {
      package: release, model, geometry: t(`geometry-${geometry}`),
      // Written out only for who asks: an export, not every frame.
      get link() {
        return pageAddress() + writeLink(store.state, known);
      },
      get notes() {
        const { preset, data } = store.state;
        return {
          ...(geometry === "measured" ? {} : { [t("cell")]: known.presets.find(({ id }) => id === preset)?.title ?? preset }),
          ...measuredOn(data),
        };
      },
    };
  }

  /** For the polite live region. */
  protected say(text: string): void {
    this.emit("say", { text });
  }
}

declare global {
  interface HTMLElementEventMap { say: CustomEvent<{ text: string }> }
}
