import type { Frame, Page } from 'playwright';

declare global {
  /** Resolves with the clock times of a press and of the frame in which nothing covered the page any more, ms. */
  var benchOpened: Promise<{ pressed: number; uncovered: number }> | undefined;
}

/** Runs in the page around: waits for a press, then looks once per frame whether the page's frame stands there and nothing waits over it. */
function armOpening(): void {
  const clock = (at: number): number => performance.timeOrigin + at;
  globalThis.benchOpened = new Promise((resolve) => {
    const press = (event: Event): void => {
      removeEventListener('click', press, true);
      const look = (): void => {
        const frame = document.querySelector('iframe');
        const cover = frame?.closest('section')?.querySelector('[role="status"]');
        if (!frame || cover) return void requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.addEventListener(
          'message',
          () => resolve({ pressed: clock(event.timeStamp), uncovered: clock(performance.now()) }),
          { once: true },
        );
        channel.port1.start();
        channel.port2.postMessage(0);
      };
      requestAnimationFrame(look);
    };
    addEventListener('click', press, true);
  });
}

/** When a page was first painted with something in it, on the machine's clock, ms. */
const paintedAt = (frame: Frame): Promise<number> =>
  frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (!paint) return;
          observer.disconnect();
          resolve(performance.timeOrigin + paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** The frame of an app's own page, when it is there. */
export async function frameOf(page: Page, app: string): Promise<Frame> {
  const find = () =>
    page.frames().find((frame) => frame.url().includes(`//${app}.`) && !frame.url().includes('/__mini/relay'));
  for (;;) {
    const frame = find();
    if (frame) return frame;
    await page.waitForEvent('framenavigated');
  }
}

/** Presses at a place and answers how long it takes until the app's page is on screen: painted, and nothing over it, ms. Throws when it is not within `limitMs`. */
export function timeOpening(page: Page, app: string, press: () => Promise<void>, limitMs = 20_000): Promise<number> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${app} does not open`)), limitMs).unref();
  });
  return Promise.race([measure(page, app, press), late]);
}

async function measure(page: Page, app: string, press: () => Promise<void>): Promise<number> {
  await page.evaluate(armOpening);
  await press();
  const opened = await page.evaluate(() => globalThis.benchOpened);
  if (!opened) throw new Error('the page was loaded anew');
  const painted = await paintedAt(await frameOf(page, app));
  return Math.max(painted, opened.uncovered) - opened.pressed;
}
