import type { PictureAnswer, PictureOrder } from './pictureMessages.ts';
import type { PictureQuality, PreparedPicture } from './preparePicture.ts';

/** A worker that is not used any more ends after this long, ms: its memory is that of the biggest picture. */
const idleMs = 30_000;

/** Prepares pictures in a worker, one after the other. */
export interface PictureBench {
  /** Undefined for what cannot be read as a picture. */
  prepare(file: Blob, quality: PictureQuality): Promise<PreparedPicture | undefined>;
  /** Takes the frame. */
  blur(frame: ImageBitmap): Promise<string | undefined>;
}

type Order = PictureOrder extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

/** Makes the bench; its worker begins with the first order. */
export function pictureBench(): PictureBench {
  const waiting = new Map<number, (answer: PictureAnswer) => void>();
  let worker: Worker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let count = 0;
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
    // A worker that has died answers nothing more: its orders count as unreadable.
    for (const [id, tell] of waiting) tell({ id });
    waiting.clear();
  };
  const begin = (): Worker => {
    const made = new Worker(new URL('./picture.worker.ts', import.meta.url), {
      type: 'module',
      name: 'kabar-pictures',
    });
    made.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
      if (waiting.size === 0) idle = setTimeout(end, idleMs);
    });
    made.addEventListener('error', (event) => {
      event.preventDefault();
      end();
    });
    return made;
  };
  const ask = (order: Order, hand: Transferable[] = []): Promise<PictureAnswer> => {
    clearTimeout(idle);
    worker ??= begin();
    count += 1;
    const id = count;
    const { promise, resolve } = Promise.withResolvers<PictureAnswer>();
    waiting.set(id, resolve);
    worker.postMessage({ ...order, id }, hand);
    return promise;
  };
  return {
    prepare: async (file, quality) => (await ask({ file, quality })).picture,
    blur: async (frame) => (await ask({ frame }, [frame])).blur,
  };
}
