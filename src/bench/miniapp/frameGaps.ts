import type { Page } from 'playwright';

/** Times between the frames that a page draws for so long, ms each. */
export const frameGaps = (page: Page, forMs: number): Promise<number[]> =>
  page.evaluate(
    (limit) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        let begun: number | undefined;
        let before = 0;
        const look = (now: number): void => {
          if (begun === undefined) begun = now;
          else gaps.push(now - before);
          before = now;
          if (now - begun > limit) resolve(gaps);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    forMs,
  );
