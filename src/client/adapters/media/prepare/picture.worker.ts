/// <reference lib="webworker" />
import type { PictureOrder, PictureAnswer } from './pictureMessages.ts';
import { makeBlur, preparePicture } from './preparePicture.ts';

declare const self: DedicatedWorkerGlobalScope;

/*
 * Pictures are read, turned and drawn beside the page: twelve megapixels take a second on a phone, and nobody's typing waits for that.
 */
self.addEventListener('message', ({ data }: MessageEvent<PictureOrder>) => void answer(data));

async function answer(order: PictureOrder): Promise<void> {
  const said: PictureAnswer = { id: order.id };
  try {
    if ('frame' in order) said.blur = makeBlur(order.frame);
    else {
      const made = await preparePicture(order.file, order.quality);
      if (made) said.picture = made;
    }
  } catch (error) {
    console.warn('picture.notPrepared', String(error));
  }
  self.postMessage(said);
}
