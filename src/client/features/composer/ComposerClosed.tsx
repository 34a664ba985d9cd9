import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { momentName } from '#client/parts/timeTexts.ts';
import type { ComposerGate } from './model/composerGate.ts';

export type ComposerClosedProps = {
  gate: Exclude<ComposerGate, { kind: 'open' | 'slow' }>;
  /** today, server clock, ms: a time of today stands without its day */
  now: number;
  /** what somebody who was muted can do; absent where there is nobody to ask */
  onAppeal?: (() => void) | undefined;
};

/** Stands in the place of the composer while I may only read: why, until when, and what I can do. */
export function ComposerClosed({ gate, now, onAppeal }: ComposerClosedProps) {
  const { t, i18n } = useTranslation();
  const time = (ms: number): string => momentName(ms, now, i18n.language);
  const text = (): string => {
    switch (gate.kind) {
      case 'frozen':
        return gate.until === undefined
          ? t('order.composer.frozen')
          : t('order.composer.frozenUntil', { time: time(gate.until) });
      case 'muted':
      case 'newRead':
        return t(`order.composer.${gate.kind}`, { time: time(gate.until) });
      case 'over':
        return t('order.composer.over');
      case 'closed':
        return t('composer.closed');
    }
  };
  return (
    <div
      role="status"
      className="mx-auto flex w-full max-w-[calc(var(--column)+32px)] flex-none flex-wrap items-center justify-center gap-x-3 gap-y-2 px-4 pt-2 pb-[calc(16px+env(safe-area-inset-bottom))] text-13 text-ink-soft"
    >
      <p className="flex items-center gap-2">
        <Icon icon={Lock} size={16} className="flex-none" />
        {text()}
      </p>
      {gate.kind === 'muted' && onAppeal && (
        <Button kind="quiet" size="small" aria-haspopup="dialog" onClick={onAppeal}>
          {t('order.composer.appeal')}
        </Button>
      )}
    </div>
  );
}
