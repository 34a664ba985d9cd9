import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { FeedContent } from '../model/FeedItem.ts';

/** The files of a message, in its own order; none for what has no files. */
export const partsOf = (content: FeedContent | undefined): readonly MediaPart[] =>
  Array.isArray(content?.b['f']) ? (content.b['f'] as readonly MediaPart[]) : [];
