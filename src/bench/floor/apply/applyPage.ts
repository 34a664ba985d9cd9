import type { ApplyOrder, ApplyResult } from './ApplyOrder.ts';

declare global {
  /** Runs one round in the worker. */
  var benchApply: ((order: ApplyOrder) => Promise<ApplyResult>) | undefined;
}

const worker = new Worker(new URL('./apply.worker.ts', import.meta.url), { type: 'module' });

globalThis.benchApply = (order) =>
  new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ApplyResult>) => resolve(data), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    worker.postMessage(order);
  });
