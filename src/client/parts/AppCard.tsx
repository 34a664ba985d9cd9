import { useTranslation } from 'react-i18next';
import type { CardButton, CardWords } from '#protocol/entities/appCards.ts';
import type { AppId } from '#protocol/ids.ts';
import { cx } from '#client/ui/cx.ts';
import { AppCardButtons } from './AppCardButtons.tsx';
import { AppCardCode } from './AppCardCode.tsx';
import { AppCardFacts } from './AppCardFacts.tsx';
import { AppCardLine } from './AppCardLine.tsx';
import { AppCardMark } from './AppCardMark.tsx';
import { AppCardPicture } from './AppCardPicture.tsx';
import { AppIcon } from './AppIcon.tsx';
import { textLang } from './textLang.ts';

/** Something pressed on a card: one of its buttons, or the copying of its code. */
export type CardPress = CardButton | { do: 'copy'; text: string };

/** The app a card comes from, as far as it is known. */
export type CardApp = { id: AppId; name: string; icon?: string | undefined };

export type AppCardProps = {
  words: CardWords;
  app: CardApp;
  side: 'own' | 'other';
  /** what a card that changes by itself says of its age, as "19:21"; undefined while the server answers */
  asOf: string | undefined;
  /** the person may write in this chat: else buttons that write are off */
  canWrite: boolean;
  onPress: (press: CardPress) => void;
  tabIndex: 0 | -1;
};

/** What a mini-app shows in a chat. The bubble around it has no padding and is at most 320 wide; the picture has its room before it comes. */
export function AppCard({ words, app, side, asOf, canWrite, onPress, tabIndex }: AppCardProps) {
  const { t, i18n } = useTranslation();
  const { title, text, picture, facts, share, mark, line, code, buttons } = words;
  const { language } = i18n;
  const soft = side === 'own' ? 'text-bubble-own-soft' : 'text-ink-soft';
  return (
    <div className="flex min-w-0 flex-col [text-align:-webkit-match-parent] [text-align:match-parent] whitespace-normal wrap-anywhere">
      {picture !== undefined && (
        <AppCardPicture picture={picture}>{mark && <AppCardMark mark={mark} isOver />}</AppCardPicture>
      )}
      <div className="grid grid-cols-1 gap-2 px-3.5 pt-2.5 pb-3">
        <div className="flex min-w-0 items-center gap-2">
          <AppIcon app={app} name={app.name} size={24} />
          <span
            lang={textLang(app.name, language)}
            dir="auto"
            className={cx('min-w-0 flex-1 truncate text-12 font-[550]', soft)}
          >
            {app.name}
          </span>
          {words.live === 1 && <LiveSign asOf={asOf} soft={soft} />}
        </div>
        <div>
          <p lang={textLang(title, language)} dir="auto" className="text-15 font-semibold">
            {title}
          </p>
          {text !== undefined && (
            <p lang={textLang(text, language)} dir="auto" className={cx('mt-0.5 text-13', soft)}>
              {text}
            </p>
          )}
        </div>
        {mark && picture === undefined && (
          <div className="flex min-w-0">
            <AppCardMark mark={mark} />
          </div>
        )}
        {facts && <AppCardFacts facts={facts} side={side} />}
        {share !== undefined && (
          <span
            role="progressbar"
            aria-label={t('appCards.progress')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share * 100)}
            aria-valuetext={t('appCards.progressText', { percent: Math.round(share * 100) })}
            className="my-0.5 block h-1.5 overflow-hidden rounded-full bg-press"
          >
            <span
              className="block h-full origin-left rounded-full bg-brand transition-transform rtl:origin-right"
              style={{ transform: `scaleX(${share})` }}
            />
          </span>
        )}
        {line && <AppCardLine line={line} soft={soft} />}
        {code && (
          <AppCardCode
            code={code}
            soft={soft}
            tabIndex={tabIndex}
            onCopy={(value) => onPress({ do: 'copy', text: value })}
          />
        )}
        {buttons && (
          <AppCardButtons buttons={buttons} side={side} canWrite={canWrite} onPress={onPress} tabIndex={tabIndex} />
        )}
      </div>
    </div>
  );
}

/** Whether what a card shows is of now. */
function LiveSign({ asOf, soft }: { asOf: string | undefined; soft: string }) {
  const { t } = useTranslation();
  if (asOf !== undefined)
    return <span className={cx('flex-none text-12 tabular-nums', soft)}>{t('appCards.asOf', { time: asOf })}</span>;
  return (
    <span className="inline-flex flex-none items-center gap-1.5 text-12 font-semibold text-ok">
      <span aria-hidden className="size-[7px] rounded-full bg-presence" />
      {t('appCards.live')}
    </span>
  );
}
