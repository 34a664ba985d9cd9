import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineLook } from '#client/features/chat/lines/LineLook.ts';
import { dayOf } from '#client/features/chat/model/dayOf.ts';
import { toChatId } from '#protocol/casts.ts';
import { jogjaWindow } from './sampleChats.ts';
import { sampleCards, sampleMe, sampleNow } from './samplePeople.ts';

const nothing = () => undefined;
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
      on: {
        react: nothing,
        act: nothing,
        openActions: nothing,
        openReactions: nothing,
        jump: nothing,
        choose: nothing,
        move: nothing,
        say: nothing,
        focus: nothing,
      },
      ...more,
    }),
    [t, language, more],
  );
}
