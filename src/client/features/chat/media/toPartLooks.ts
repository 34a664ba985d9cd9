import type { PartLook, PartProgress } from '#client/parts/media/PartLook.ts';
import type { UploadsState } from '#client/stores/uploadsStore.ts';
import type { FeedContent } from '../model/FeedItem.ts';
import { partsOf } from './partsOf.ts';

type Upload = UploadsState['files'] extends ReadonlyMap<unknown, infer Row> ? Row : never;

/** The files of a message with how far each is on its way. `files`: those on their way; undefined for a message that has arrived. */
export function toPartLooks(content: FeedContent, files: UploadsState['files'] | undefined): PartLook[] {
  return partsOf(content).map((part) => {
    const row = files?.get(part.id);
    return { part, progress: row && row.state !== 'gone' ? toProgress(row) : undefined };
  });
}

function toProgress({ sent, bytes, state, paused }: Upload): PartProgress {
  const shown = state === 'gone' ? 'failed' : paused && state !== 'failed' && state !== 'up' ? 'paused' : state;
  return { share: bytes === 0 ? 0 : sent / bytes, state: shown, sent, bytes };
}
