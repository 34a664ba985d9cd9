import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardPress } from '#client/parts/AppCard.tsx';
import { copyText } from '#client/parts/copyText.ts';
import { useServices } from '#client/context.ts';
import type { AppId, ChatId } from '#protocol/ids.ts';
import { CardLinkQuestion, type CardLinkQuestionProps } from '../overlays/CardLinkQuestion.tsx';

/** Carries out what is pressed on a card of a chat. `say`: shows a word about it; `isBad`: it did not work. `question`: to be drawn. */
export function useCardPress(
  c: ChatId,
  app: { id: AppId; name: string },
  say: (text: string, isBad?: boolean) => void,
): { onPress: (press: CardPress) => void; question: ReactNode } {
  const { t } = useTranslation();
  const { openApp, commands } = useServices();
  const [link, setLink] = useState<CardLinkQuestionProps['link']>();
  const copy = async (text: string): Promise<void> => {
    if (await copyText(text)) say(t('appCards.copied'));
    else say(t('chat.actions.notCopied'), true);
  };
  const onPress = (press: CardPress) => {
    switch (press.do) {
      case 'open':
        return openApp({ app: app.id, start: press.start, c });
      case 'link':
        return setLink({ url: press.url, app: app.name });
      case 'text':
        // The row of the outbox is the message; only a device that cannot keep it has something to say.
        return void commands.sendMessage({ c, b: { x: press.text } }).catch(() => say(t('appCards.refused'), true));
      case 'copy':
        return void copy(press.text);
    }
  };
  return { onPress, question: link && <CardLinkQuestion link={link} onClose={() => setLink(undefined)} /> };
}
