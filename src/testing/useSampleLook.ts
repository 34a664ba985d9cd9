import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineLook } from '#client/features/chat/lines/LineLook.ts';
import { noLineEvents } from '#client/features/chat/lines/noLineEvents.ts';
import { dayOf } from '#client/features/chat/model/dayOf.ts';
import { toChatId } from '#protocol/casts.ts';
import { jogjaWindow } from './sampleChats.ts';
import { sampleCards, sampleMe, sampleNow } from './samplePeople.ts';

const nameOf = (mid: number) => sampleCards.find(({ id }) => (id as number) === mid)?.name ?? sampleMe.name;

/** What the lines of the sample group share, in the language of the story; nothing that is pressed does anything. `more` must keep its identity. */
export function useSampleLook(more?: Partial<LineLook>): LineLook {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      t,
      c: toChatId(1),
      language,
      me: sampleMe.id,
      isDm: false,
      canWrite: true,
      today: dayOf(sampleNow),
      nameOf,
      faceOf: String,
      receipts: jogjaWindow.receipts,
      peerRead: 0,
      isLive: true,
      on: noLineEvents,
      ...more,
    }),
    [t, language, more],
  );
}
