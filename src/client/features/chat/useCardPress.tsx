import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardApp, CardPress } from '#client/parts/AppCard.tsx';
import { useServices } from '#client/context.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { AppId, ChatId } from '#protocol/ids.ts';
import type { FeedItem } from './model/FeedItem.ts';
import type { CardLinkQuestionProps } from './overlays/CardLinkQuestion.tsx';

const CardLinkQuestion = lazyPart<CardLinkQuestionProps>(() =>
  import('./overlays/CardLinkQuestion.tsx').then((m) => m.CardLinkQuestion),
);

/** Carries out what is pressed on cards of a chat. `say`: shows a word about it. `question`: to be drawn. */
export function useCardPress(
  c: ChatId,
  { appOf, say }: { appOf: (id: AppId) => CardApp; say: (text: string) => void },
): { onPress: (item: FeedItem, press: CardPress) => void; question: ReactNode } {
  const { t } = useTranslation();
  const { openApp, commands } = useServices();
  const [link, setLink] = useState<CardLinkQuestionProps['link']>();
  const onPress = ({ card }: FeedItem, press: CardPress) => {
    if (!card) return;
    switch (press.do) {
      case 'open':
        return openApp({ app: card.app, start: press.start, c });
      case 'link':
        return setLink({ url: press.url, app: appOf(card.app).name });
      case 'text':
        // The row of the outbox is the message; only a device that cannot keep it has something to say.
        return void commands.sendMessage({ c, b: { x: press.text } }).catch(() => say(t('appCards.refused')));
      case 'copy':
        return void navigator.clipboard.writeText(press.text).then(() => say(t('appCards.copied')));
    }
  };
  return { onPress, question: link && <CardLinkQuestion link={link} onClose={() => setLink(undefined)} /> };
}
