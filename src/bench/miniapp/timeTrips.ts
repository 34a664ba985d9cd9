import type { Frame } from 'playwright';

/** Runs in an app's page: asks so many times, each time when the answer is there. */
function ask(count: number): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let left = count;
    const say = (): void => parent.postMessage('{"eventType":"web_app_request_viewport","eventData":""}', '*');
    const hear = ({ data }: MessageEvent): void => {
      if (typeof data !== 'string' || !/viewport/.test(data)) return;
      left -= 1;
      if (left > 0) return say();
      removeEventListener('message', hear);
      resolve((count / (performance.now() - begun)) * 1_000);
    };
    addEventListener('message', hear);
    say();
  });
}

/** How many questions a page gets answered in a second, one after the other. */
export const timeTrips = (frame: Frame, count: number): Promise<number> => frame.evaluate(ask, count);
