import type { Page } from 'playwright';

/** What a page did while it was watched. */
export interface Frames {
  frames: number;
  /** frames that came more than 33 ms after the one before */
  late: number;
  /** tasks of more than 50 ms by the clock, ms each */
  longTasks: number[];
  /** farthest that a line in sight moved, from one frame to the next, while nobody scrolled, px */
  anchorError: number;
  /** frames in which that was looked at */
  still: number;
  /** how far the feed was moved under the view, px */
  travelled: number;
}

declare global {
  var benchFrames: { stop: () => Promise<Frames>; setStill: (isStill: boolean) => void } | undefined;
}

const lateMs = 33;

/** Runs in the page. Looks once per frame; the same code for the product and for the floor. */
function watch(limitMs: number): void {
  const found: Frames = { frames: 0, late: 0, longTasks: [], anchorError: 0, still: 0, travelled: 0 };
  let guide: { line: Element; top: number } | undefined;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.longTasks.push(duration);
  });
  tasks.observe({ type: 'longtask' });
  let isStill = false;
  let before: number | undefined;
  /** the line under the reader's eye: the first whose upper edge is in sight */
  let eye: { line: Element; top: number } | undefined;
  let isOver = false;
  const feed = document.querySelector('[role="feed"]');
  const view = (() => {
    let element = feed;
    while (element && element.scrollHeight <= element.clientHeight + 1) element = element.parentElement;
    return element;
  })();
  const look = (now: number): void => {
    if (isOver) return;
    if (before !== undefined) {
      found.frames += 1;
      if (now - before > limitMs) found.late += 1;
    }
    before = now;
    const lines = document.querySelectorAll('[role="feed"] article');
    if (guide?.line.isConnected) found.travelled += Math.abs(guide.line.getBoundingClientRect().top - guide.top);
    const middle = lines[Math.floor(lines.length / 2)];
    guide = middle && { line: middle, top: middle.getBoundingClientRect().top };
    if (!isStill) eye = undefined;
    else if (eye?.line.isConnected) {
      found.still += 1;
      found.anchorError = Math.max(found.anchorError, Math.abs(eye.line.getBoundingClientRect().top - eye.top));
      eye.top = eye.line.getBoundingClientRect().top;
    } else {
      // A line that left the document under the reader's eye is as bad as one that moved.
      if (eye) found.anchorError = Number.POSITIVE_INFINITY;
      const edge = view?.getBoundingClientRect().top ?? 0;
      const line = [...lines].find((one) => one.getBoundingClientRect().top >= edge);
      eye = line && { line, top: line.getBoundingClientRect().top };
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.benchFrames = {
    setStill: (value) => void (isStill = value),
    async stop() {
      isOver = true;
      // A task is reported some time after its end.
      await new Promise((done) => setTimeout(done, 100));
      tasks.disconnect();
      return found;
    },
  };
}

/** A watch over a page's frames. */
export interface FrameWatch {
  /** Says that nobody scrolls from now on (or does again). */
  setStill(isStill: boolean): Promise<void>;
  stop(): Promise<Frames>;
}

/** Begins to watch. */
export async function watchFrames(page: Page): Promise<FrameWatch> {
  await page.evaluate(watch, lateMs);
  return {
    setStill: (isStill) => page.evaluate((value) => globalThis.benchFrames?.setStill(value), isStill),
    async stop() {
      const frames = await page.evaluate(() => globalThis.benchFrames?.stop());
      if (!frames) throw new Error('the page was loaded anew');
      return frames;
    },
  };
}
