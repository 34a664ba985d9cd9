import type { MediaId } from '#protocol/entities/media.ts';

/** A photo or film of a message of a chat. */
export interface PhotoPlace {
  /** seq of the message */
  s: number;
  id: MediaId;
}
