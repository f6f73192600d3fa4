/** Pointer and wheel on a plot, told as what is meant: hover, pan, zoom, click. Keys are the plot's own. */

export interface Meant {
  hover(px: number, py: number): void;
  leave(): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, px: number, py: number): void;
  click(px: number, py: number): void;
  reset(): void;
  /** May this wheel or drag move the plot, or does the page need it? */
  mayZoom(): boolean;
  isZoomed(): boolean;
}

/** Pixels the pointer moves before a press becomes a drag. */
const SLACK = 4;

export function listenTo(stage: HTMLElement, meant: Meant): () => void {
  const down = new Map<number, { x: number; y: number }>();
  let moved = 0;
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void, passive = true): void =>
    stage.addEventListener(type, act, { signal: stop.signal, passive });
  const local = (event: MouseEvent): { x: number; y: number } => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onHandle = (event: Event): boolean => event.target instanceof Element && event.target.closest(".ip-handle") !== null;

  on("pointerdown", (event) => {
    if (onHandle(event) || (event.pointerType === "mouse" && event.button !== 0)) return;
    down.set(event.pointerId, local(event));
    if (down.size === 1) moved = 0;
  });
  on("pointermove", (event) => {
    const here = local(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (!onHandle(event)) meant.hover(here.x, here.y);
      return;
    }
    const dx = here.x - before.x, dy = here.y - before.y;
    if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)![1];
      const factor = Math.hypot(here.x - other.x, here.y - other.y) / (Math.hypot(before.x - other.x, before.y - other.y) || 1);
      meant.zoom(Math.min(2, Math.max(0.5, factor)), (here.x + other.x) / 2, (here.y + other.y) / 2);
      meant.pan(dx / 2, dy / 2);
      moved = Infinity;
      down.set(event.pointerId, here);
      return;
    }
    moved += Math.hypot(dx, dy);
    // A finger on an unzoomed plot reads it; a mouse, or a finger on a zoomed plot, moves it.
    if (event.pointerType === "touch" && !meant.isZoomed()) meant.hover(here.x, here.y);
    else if (moved > SLACK) {
      stage.setPointerCapture(event.pointerId);
      meant.pan(dx, dy);
    }
    down.set(event.pointerId, here);
  });
  const up = (event: PointerEvent): void => {
    const was = down.delete(event.pointerId);
    if (was && moved <= SLACK && event.type === "pointerup") {
      const here = local(event);
      meant.click(here.x, here.y);
    }
  };
  on("pointerup", up);
  on("pointercancel", up);
  on("pointerleave", (event) => {
    if (!down.has(event.pointerId)) meant.leave();
  });
  on("dblclick", (event) => {
    if (!onHandle(event)) meant.reset();
  });
  on("wheel", (event) => {
    if (!event.ctrlKey && !meant.mayZoom()) return;
    event.preventDefault();
    const here = local(event);
    const lines = event.deltaMode === 1 ? 16 : 1;
    meant.zoom(Math.exp(-Math.max(-200, Math.min(200, event.deltaY * lines)) * 0.0022), here.x, here.y);
  }, false);
  return () => stop.abort();
}
