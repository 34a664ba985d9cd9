import type { Page } from 'playwright';

/** What a page must show: at least so many elements that match. */
export interface Wanted {
  selector: string;
  count: number;
}

declare global {
  /** Resolves with the time of the first frame in which the wanted elements stood, ms since the navigation began. */
  var benchPainted: Promise<number> | undefined;
}

/**
 * Looks once per frame, before it is drawn, whether the wanted elements are in the document. The time is taken in the first task after that frame: then it
 * is on screen as far as the page can know. The same code runs in the product's page and in the floor's.
 */
function watchForPaint({ selector, count }: Wanted): void {
  globalThis.benchPainted = new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelectorAll(selector).length < count) return void requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      channel.port1.start();
      channel.port2.postMessage(0);
    };
    requestAnimationFrame(look);
  });
}

/** Opens an address in a page and answers the time from the start of the navigation to the paint, ms. Throws when it is not painted within `limitMs`. */
export async function timePaint(page: Page, address: string, wanted: Wanted, limitMs = 30_000): Promise<number> {
  await page.addInitScript(watchForPaint, wanted);
  await page.goto(address, { waitUntil: 'commit' });
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`${address} does not show ${wanted.selector}`)), limitMs);
    timer.unref();
  });
  return Promise.race([page.evaluate(async () => (await globalThis.benchPainted) ?? Number.NaN), late]);
}
