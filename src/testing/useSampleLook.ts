import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineLook } from '#client/features/chat/lines/LineLook.ts';
import { dayOf } from '#client/features/chat/model/dayOf.ts';
import type { AppId } from '#protocol/ids.ts';
import { sampleApps } from './sampleApps.ts';
import { jogjaWindow } from './sampleChats.ts';
import { sampleCards, sampleMe, sampleNow } from './samplePeople.ts';

const nothing = () => undefined;
const appOf = (id: AppId) => {
  const app = sampleApps.find((known) => known.id === id);
  return { id, name: app?.names.en ?? id };
};
const nameOf = (mid: number) => sampleCards.find(({ id }) => (id as number) === mid)?.name ?? sampleMe.name;

/** What the lines of the sample group share, in the language of the story; nothing that is pressed does anything. `more` must keep its identity. */
export function useSampleLook(more?: Partial<LineLook>): LineLook {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      t,
      language,
      me: sampleMe.id,
      isDm: false,
      canWrite: true,
      today: dayOf(sampleNow),
      nameOf,
      faceOf: String,
      appOf,
      receipts: jogjaWindow.receipts,
      peerRead: 0,
      isLive: true,
      on: {
        react: nothing,
        act: nothing,
        openActions: nothing,
        openReactions: nothing,
        move: nothing,
        press: nothing,
        focus: nothing,
      },
      ...more,
    }),
    [t, language, more],
  );
}
