import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardPress } from '#client/parts/AppCard.tsx';
import { useServices } from '#client/context.ts';
import type { AppId, ChatId } from '#protocol/ids.ts';
import { CardLinkQuestion, type CardLinkQuestionProps } from '../overlays/CardLinkQuestion.tsx';

/** Carries out what is pressed on a card of a chat. `say`: shows a word about it. `question`: to be drawn. */
export function useCardPress(
  c: ChatId,
  app: { id: AppId; name: string },
  say: (text: string) => void,
): { onPress: (press: CardPress) => void; question: ReactNode } {
  const { t } = useTranslation();
  const { openApp, commands } = useServices();
  const [link, setLink] = useState<CardLinkQuestionProps['link']>();
  const onPress = (press: CardPress) => {
    switch (press.do) {
      case 'open':
        return openApp({ app: app.id, start: press.start, c });
      case 'link':
        return setLink({ url: press.url, app: app.name });
      case 'text':
        // The row of the outbox is the message; only a device that cannot keep it has something to say.
        return void commands.sendMessage({ c, b: { x: press.text } }).catch(() => say(t('appCards.refused')));
      case 'copy':
        return void navigator.clipboard.writeText(press.text).then(() => say(t('appCards.copied')));
    }
  };
  return { onPress, question: link && <CardLinkQuestion link={link} onClose={() => setLink(undefined)} /> };
}
