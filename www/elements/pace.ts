/**
 * What comes first while a hand moves something. Curves and the slider under it are painted in every frame; all that is said
 * about them follows when a frame has time left, and at the latest after `PATIENCE`. Says "change" when a hand begins and ends.
 */

/** A hand moves until so many milliseconds after its last step. */
const REST = 150;
/** Longest that anything waits, ms. */
const PATIENCE = 500;
/** A frame that was painted so soon, ms, has time for more. */
const EARLY = 9;

type Task = () => void;

class Pace extends EventTarget {
  #waiting: { task: Task; due: number }[] = [];
  #resting = 0;
  #frame = 0;
  /** All that waited is being done, with what it brings up in turn. */
  #serving = false;

  get moving(): boolean {
    return this.#resting !== 0;
  }

  /** A hand made a step, and may make more. */
  move(): void {
    const began = !this.moving;
    this.#serving = false;
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.rest(), REST);
    if (began) this.dispatchEvent(new Event("change"));
    this.#frame ||= requestAnimationFrame((start) => {
      this.#frame = 0;
      afterPaint(() => this.#serve(start));
    });
  }

  /** It has come to rest: what waited is done with the next frame. */
  rest(): void {
    if (!this.moving) return;
    clearTimeout(this.#resting);
    this.#resting = 0;
    this.dispatchEvent(new Event("change"));
    requestAnimationFrame((start) => this.#drain(start));
  }

  /** Does it now, or when there is time. */
  later(task: Task): void {
    if (this.moving && !this.#serving) this.#waiting.push({ task, due: performance.now() + PATIENCE });
    else task();
  }

  /** The same for who waits for it: what goes wrong is theirs to hear, and stops nobody else. */
  turn(task: Task): Promise<void> {
    return new Promise((done, fail) => this.later(() => {
      try {
        done(task());
      } catch (error) {
        fail(error);
      }
    }));
  }

  /** As much as fits into the frame that began at `start`. What is overdue takes the others along: one long frame rather than many. */
  #serve(start: number): void {
    if ((this.#waiting[0]?.due ?? Infinity) <= performance.now()) {
      this.#serving = true;
      for (const { task } of this.#waiting.splice(0)) task();
      setTimeout(() => (this.#serving = false));
    }
    while (this.#waiting.length > 0 && performance.now() - start < EARLY) this.#waiting.shift()!.task();
  }

  /** All of it, but no more at a time than lets the page answer in between. */
  #drain(start: number): void {
    if (this.moving) return;
    do this.#waiting.shift()?.task(); while (performance.now() - start < EARLY && this.#waiting.length > 0);
    if (this.#waiting.length > 0) setTimeout(() => this.#drain(performance.now()));
  }
}

const channel = new MessageChannel();
let painted: Task | undefined;
channel.port1.onmessage = () => painted?.();
/** A message posted in a frame arrives when its layout and paint are done. */
function afterPaint(task: Task): void {
  painted = task;
  channel.port2.postMessage(undefined);
}

export const pace = new Pace();
