/** What the worker is told, and what it answers: nothing, or why it could not be done. */
export type MakeAnswer = { error?: { name: string; message: string } };

/**
 * Makes a database by its name in a worker, or brings it up to date: a page that is about to be painted for the first time does not wait for the library that does it. Rejects like
 * `makeDatabase`. Resolves with false where nothing was done: this browser or place has no such workers, or theirs cannot be had now.
 */
export async function makeInWorker(name: string): Promise<boolean> {
  // In a worker, or in a test, the library may come as it is.
  if (typeof Worker === 'undefined' || typeof document === 'undefined') return false;
  const worker = new Worker(new URL('./database.worker.ts', import.meta.url), {
    type: 'module',
    name: 'kabar-database',
  });
  return new Promise<boolean>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<MakeAnswer>) => {
      if (data.error) reject(new DOMException(data.error.message, data.error.name));
      else resolve(true);
    });
    // Its code did not come, or does not run: that says nothing about the database.
    worker.addEventListener('error', () => resolve(false));
    worker.postMessage(name);
  }).finally(() => worker.terminate());
}
