import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canRepeat } from '#domain/canRepeat.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { useIsLive, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { MediaKit } from '#client/stores/mediaStore.ts';
import type { PhotoState } from './PhotoChoice.tsx';

/** A picture on its way to be seen behind a chat. */
export interface PhotoUpload {
  state: PhotoState;
  /** Prepares a file (turned, without what it knows of its making, at most 2048 px) and sends it. */
  take: (file: File) => Promise<void>;
  /** Sends again what did not arrive. */
  retry: () => Promise<void>;
}

/** Sends the picture that somebody chooses; `onDone` gets its id when the server has it, so that no device is told of one that is nowhere. */
export function usePhotoUpload(onDone: (photo: MediaId) => void): PhotoUpload {
  const { t } = useTranslation();
  const { loadMedia } = useServices();
  const isLive = useIsLive();
  const [state, setState] = useState<PhotoState>({ kind: 'idle' });
  const last = useRef<{ kit: MediaKit; part: MediaPart }>(undefined);
  const fail = (text: string, isRepeatable: boolean): void =>
    setState({ kind: 'failed', text, canRetry: isRepeatable && last.current !== undefined });
  const send = async ({ kit, part }: { kit: MediaKit; part: MediaPart }): Promise<void> => {
    last.current = { kit, part };
    if (!isLive) {
      fail(t('common.offline'), true);
      return;
    }
    setState({ kind: 'sending', share: 0 });
    const answer = await kit.send(part, (bytes) => setState({ kind: 'sending', share: bytes / part.z }));
    if (!answer.ok) {
      fail(problemText(t, answer), canRepeat(answer.code));
      return;
    }
    last.current = undefined;
    setState({ kind: 'idle' });
    onDone(part.id);
  };
  return {
    state,
    async take(file) {
      const before = last.current;
      last.current = undefined;
      setState({ kind: 'sending', share: 0 });
      let kit: MediaKit;
      try {
        kit = await loadMedia();
      } catch {
        // The code itself cannot be had without a network.
        fail(t('common.offline'), false);
        return;
      }
      if (before) await kit.drop([before.part.id]);
      const taken = await kit.take(file, 'standard');
      if ('problem' in taken) fail(t(`wallpaper.problem.${taken.problem}`), false);
      else if (taken.part.t === 'i') await send({ kit, part: taken.part });
      else {
        await kit.drop([taken.part.id]);
        fail(t('wallpaper.problem.other'), false);
      }
    },
    async retry() {
      if (last.current) await send(last.current);
    },
  };
}
