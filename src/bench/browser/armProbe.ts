import type { Page } from 'playwright';

/** What is waited for: after the first `event` (or at once), a message with this text among the newest of the feed. */
export interface Awaited {
  event: 'keydown' | 'click' | undefined;
  text: string;
}

/** Times of one page, ms since its navigation began; `origin` is that beginning on the machine's clock, so that pages can be compared. */
export interface Shown {
  /** of the input, as the browser received it */
  begun: number;
  /** first task after the frame in which the message stood inside the window */
  shown: number;
  origin: number;
  /** longest task between the two that took more than 50 ms; 0 when there was none */
  longTaskMs: number;
}

declare global {
  var benchShown: Promise<Shown> | undefined;
}

/** Runs in the page: gets ready for one input. Looks once per frame, before it is drawn; the same code for the product and for the floor. */
function arm({ event, text }: Awaited): void {
  const newest = 3;
  let longTaskMs = 0;
  let begun = performance.now();
  const tasks = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime + duration > begun) longTaskMs = Math.max(longTaskMs, duration);
  });
  const isShown = (): boolean => {
    const found = [...document.querySelectorAll('[role="feed"] article')]
      .slice(-newest)
      .find((article) => article.textContent.includes(text));
    if (!found) return false;
    const { top, bottom } = found.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };
  const begin = (resolve: (shown: Shown) => void): void => {
    tasks.observe({ type: 'longtask' });
    const finish = (): void => {
      const shown = performance.now();
      // A task is reported some time after its end.
      setTimeout(() => {
        tasks.disconnect();
        resolve({ begun, shown, origin: performance.timeOrigin, longTaskMs });
      }, 100);
    };
    const look = (): void => {
      if (!isShown()) return void requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', finish, { once: true });
      channel.port1.start();
      channel.port2.postMessage(0);
    };
    requestAnimationFrame(look);
  };
  globalThis.benchShown = new Promise((resolve) => {
    if (event === undefined) return begin(resolve);
    const hear = (heard: Event): void => {
      if (heard instanceof KeyboardEvent && heard.key !== 'Enter') return;
      removeEventListener(event, hear, true);
      begun = heard.timeStamp;
      begin(resolve);
    };
    addEventListener(event, hear, true);
  });
}

/** Arms a page; the answer resolves with the times when the message is on screen. Throws when it is not within `limitMs`. */
export async function armProbe(page: Page, awaited: Awaited, limitMs = 30_000): Promise<() => Promise<Shown>> {
  await page.evaluate(arm, awaited);
  return async () => {
    const late = new Promise<never>((_, reject) => {
      const timer = setTimeout(() => reject(new Error(`"${awaited.text}" did not appear on ${page.url()}`)), limitMs);
      timer.unref();
    });
    const shown = await Promise.race([page.evaluate(() => globalThis.benchShown), late]);
    if (!shown) throw new Error('the page was loaded anew');
    return shown;
  };
}
