import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';

/** How far a file is on its way, as it is drawn. */
export interface PartProgress {
  /** 0–1 */
  share: number;
  state: 'waiting' | 'going' | 'paused' | 'up' | 'failed';
  /** bytes */
  sent: number;
  bytes: number;
}

/** One file of a message, and what can be done with it while it is on its way. */
export interface PartLook {
  part: MediaPart;
  /** absent: it has arrived */
  progress?: PartProgress | undefined;
}

/** What a person does with a file on its way. */
export type UploadVerb = 'pause' | 'resume' | 'first' | 'retry' | 'cancel';
export type OnUpload = (id: MediaId, verb: UploadVerb) => void;
