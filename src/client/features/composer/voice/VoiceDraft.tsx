import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { VoicePart } from '#client/parts/media/VoicePart.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ChatId } from '#protocol/ids.ts';

export type VoiceDraftProps = { part: MediaPart; c: ChatId };

/** What was recorded, to be heard before it is sent. */
export function VoiceDraft({ part, c }: VoiceDraftProps) {
  const { me, stores, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  useEffect(() => {
    // A recording of the stored draft is there before anything has needed the kit.
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const track = useMemo(
    () => ({ id: part.id, c, s: undefined, u: me.userId as number, ms: part.d ?? 0 }),
    [part, c, me],
  );
  return (
    <span className="min-w-0 flex-1 px-1">
      <VoicePart part={part} track={track} player={kit?.voice.player} isOwn tabIndex={0} />
    </span>
  );
}
