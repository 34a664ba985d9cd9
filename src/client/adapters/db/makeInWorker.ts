/** What the worker is told, and what it answers: nothing, or why it could not be done. */
export type MakeAnswer = { error?: { name: string; message: string } };

/**
 * Makes a database by its name in a worker, or brings it up to date: a page that is about to be painted for the first time does not wait for the library that does it. Rejects like
 * `makeDatabase`; undefined without a promise where this browser or place has no such workers.
 */
export function makeInWorker(name: string): Promise<void> | undefined {
  // In a worker, or in a test, the library may come as it is.
  if (typeof Worker === 'undefined' || typeof document === 'undefined') return undefined;
  const worker = new Worker(new URL('./database.worker.ts', import.meta.url), {
    type: 'module',
    name: 'kabar-database',
  });
  return new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<MakeAnswer>) => {
      if (data.error) reject(new DOMException(data.error.message, data.error.name));
      else resolve();
    });
    worker.addEventListener('error', () => reject(new Error('the worker for databases did not start')));
    worker.postMessage(name);
  }).finally(() => worker.terminate());
}
