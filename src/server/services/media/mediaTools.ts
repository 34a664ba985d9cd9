import type { MediaStore } from './mediaStore.ts';
import type { PictureMaker } from './pictureMaker.ts';

/** What the use cases of pictures and files need beside the ServiceContext. */
export interface MediaTools {
  readonly store: MediaStore;
  readonly maker: PictureMaker;
  /** Folder of this machine in which uploads grow; made at the first one. */
  readonly uploads: string;
  /** Bytes that one person may keep. */
  readonly personBytes: number;
}
