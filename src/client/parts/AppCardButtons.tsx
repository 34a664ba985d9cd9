import { ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardButton } from '#protocol/entities/appCards.ts';
import { buttonClass } from '#client/ui/buttonClass.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';

export type AppCardButtonsProps = {
  buttons: readonly CardButton[];
  side: 'own' | 'other';
  canWrite: boolean;
  onPress: (button: CardButton) => void;
  tabIndex: 0 | -1;
};

/** A second press within this time, ms, is the same one: what a button writes must not stand there twice. */
const sameMs = 1_000;

/** Up to three buttons. One that writes says what, when its own words do not. */
export function AppCardButtons({ buttons, side, canWrite, onPress, tabIndex }: AppCardButtonsProps) {
  const { t } = useTranslation();
  const last = useRef({ at: Number.NEGATIVE_INFINITY, index: -1 });
  const press = (button: CardButton, index: number) => {
    const at = performance.now();
    const isSame = last.current.index === index && at - last.current.at < sameMs;
    last.current = { at, index };
    if (!isSame) onPress(button);
  };
  return (
    <div className="flex flex-wrap gap-2">
      {buttons.map((button, index) => {
        const isOff = button.do === 'text' && !canWrite;
        return (
          <button
            key={`${index} ${button.label}`}
            type="button"
            tabIndex={tabIndex}
            disabled={isOff}
            onClick={() => press(button, index)}
            className={cx(
              buttonClass('ghost', 'small', { isDisabled: isOff }),
              'max-w-full grow basis-auto flex-col gap-0! wrap-anywhere',
              !isOff && (side === 'own' ? 'bg-bubble-well text-bubble-own-ink!' : 'bg-brand-soft'),
            )}
          >
            <span className="inline-flex max-w-full items-center gap-1.5">
              <bdi className="min-w-0">{button.label}</bdi>
              {button.do === 'link' && <Icon icon={ExternalLink} size={14} isMirrored className="flex-none" />}
            </span>
            {button.do === 'text' && button.text !== button.label && (
              <span dir="auto" className="text-12 font-normal">
                {t('appCards.writes', { text: button.text })}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
