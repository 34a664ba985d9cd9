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

/** What became of the line under the reader's eye; see {@link Frames}. */
interface Eye {
  error: number;
  still: number;
}

declare global {
  var benchEye: { found: Eye; scrolled: () => number | undefined; look: (isStill: boolean) => void } | undefined;
  var benchFrames: { stop: () => Promise<Frames>; setStill: (isStill: boolean) => Promise<void> } | undefined;
}

const lateMs = 33;
/** Looks, 25 ms apart, at which nothing may have been scrolled. */
const calmLooks = 8;

/**
 * Runs in the page. Follows the line under the reader's eye: the first whose upper edge is in sight. Where it is painted is known after everything that the frame still does: what a box that grew pushed away may be put back before
 * anybody sees it.
 */
function watchEye(): void {
  const found: Eye = { error: 0, still: 0 };
  const feed = document.querySelector('[role="feed"]');
  const view = (() => {
    let element = feed;
    while (element && element.scrollHeight <= element.clientHeight + 1) element = element.parentElement;
    return element;
  })();
  let line: Element | undefined;
  let top: number | undefined;
  const compare = (entries: readonly IntersectionObserverEntry[]): void => {
    const entry = entries.at(-1);
    if (!entry || entry.target !== line || !line.isConnected) return;
    const now = entry.boundingClientRect.top;
    if (top !== undefined) {
      found.still += 1;
      found.error = Math.max(found.error, Math.abs(now - top));
    }
    top = now;
  };
  const paints = new IntersectionObserver(compare);
  const firstInSight = (): Element | undefined => {
    const edge = view?.getBoundingClientRect().top ?? 0;
    return [...document.querySelectorAll('[role="feed"] article')].find(
      (one) => one.getBoundingClientRect().top >= edge,
    );
  };
  globalThis.benchEye = {
    found,
    scrolled: () => view?.scrollTop,
    look(isStill) {
      // What the last frame painted counts before anything else is looked at.
      compare(paints.takeRecords());
      paints.disconnect();
      if (!isStill) line = undefined;
      else {
        // A line that left the document under the reader's eye is as bad as one that moved.
        if (line && !line.isConnected) found.error = Number.POSITIVE_INFINITY;
        // A last wheel event may have come between the choice of a line and its first picture: then another one is the first.
        const first = firstInSight();
        if (first !== line) [line, top] = [first, undefined];
      }
      if (line) paints.observe(line);
    },
  };
}

/** Runs in the page, after {@link watchEye}. Looks once per frame; the same code for the product and for the floor. */
function watch({ limitMs, calmLooks }: { limitMs: number; calmLooks: number }): void {
  const found: Frames = { frames: 0, late: 0, longTasks: [], anchorError: 0, still: 0, travelled: 0 };
  const eye = globalThis.benchEye;
  let guide: { line: Element; top: number } | undefined;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.longTasks.push(duration);
  });
  tasks.observe({ type: 'longtask' });
  let isStill = false;
  let before: number | undefined;
  let isOver = false;
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
    eye?.look(isStill);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  /** Nothing has been scrolled for a while; on a busy machine the last wheel event comes late. */
  const whenCalm = async (): Promise<void> => {
    for (let calm = 0, top = eye?.scrolled(), looks = 0; calm < calmLooks && looks < calmLooks * 15; looks += 1) {
      await new Promise((done) => setTimeout(done, 25));
      calm = eye?.scrolled() === top ? calm + 1 : 0;
      top = eye?.scrolled();
    }
  };
  globalThis.benchFrames = {
    async setStill(value) {
      if (value) await whenCalm();
      isStill = value;
    },
    async stop() {
      isOver = true;
      // A task is reported some time after its end.
      await new Promise((done) => setTimeout(done, 100));
      tasks.disconnect();
      eye?.look(false);
      return { ...found, anchorError: eye?.found.error ?? 0, still: eye?.found.still ?? 0 };
    },
  };
}

/** A watch over a page's frames. */
export interface FrameWatch {
  /** Says that nobody scrolls from now on (or does again); waits until the last scrolling has arrived. */
  setStill(isStill: boolean): Promise<void>;
  stop(): Promise<Frames>;
}

/** Begins to watch. */
export async function watchFrames(page: Page): Promise<FrameWatch> {
  await page.evaluate(watchEye);
  await page.evaluate(watch, { limitMs: lateMs, calmLooks });
  return {
    setStill: (isStill) => page.evaluate((value) => globalThis.benchFrames?.setStill(value), isStill),
    async stop() {
      const frames = await page.evaluate(() => globalThis.benchFrames?.stop());
      if (!frames) throw new Error('the page was loaded anew');
      return frames;
    },
  };
}
