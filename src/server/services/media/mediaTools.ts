import type { MediaStore } from './mediaStore.ts';
import type { PictureMaker } from './pictureMaker.ts';

/** What the use cases of pictures need beside the ServiceContext. */
export interface MediaTools {
  readonly store: MediaStore;
  readonly maker: PictureMaker;
}
