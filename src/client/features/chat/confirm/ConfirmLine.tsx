import { CheckCheck } from 'lucide-react';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { Translate } from '#client/parts/systemText.ts';

export type ConfirmLineProps = {
  t: Translate;
  /** my message: how many have read and confirmed it; another one's: whether I have */
  state:
    | { kind: 'mine'; read: number; confirmed: number; canRemind: boolean; isBusy: boolean }
    | { kind: 'asked'; isConfirmed: boolean; isWaiting: boolean; canConfirm: boolean };
  isDm: boolean;
  tabIndex: 0 | -1;
  onConfirm: () => void;
  onRemind: () => void;
};

/** Below a message that asks for a confirmation. It keeps its height, whatever it says. */
export function ConfirmLine({ t, state, isDm, tabIndex, onConfirm, onRemind }: ConfirmLineProps) {
  if (state.kind === 'asked') {
    if (state.isConfirmed) {
      return (
        <p className="flex min-h-11 items-center gap-1.5 px-1 text-13 text-ink-soft">
          <Icon icon={CheckCheck} size={16} className="text-brand-text" />
          {state.isWaiting ? t('confirm.waiting') : t('confirm.done')}
        </p>
      );
    }
    return (
      <p className="flex min-h-11 items-center gap-3 px-1 text-13 text-ink-soft">
        {state.canConfirm ? (
          <Button kind="tonal" size="small" icon={CheckCheck} tabIndex={tabIndex} onClick={onConfirm}>
            {t('confirm.do')}
          </Button>
        ) : (
          t('confirm.asked')
        )}
      </p>
    );
  }
  return (
    <p className="flex min-h-11 flex-wrap items-center justify-end gap-x-3 px-1 text-13 text-ink-soft tabular-nums">
      <span>{countText(t, state, isDm)}</span>
      {state.canRemind && (
        <Button kind="ghost" size="small" isBusy={state.isBusy} tabIndex={tabIndex} onClick={onRemind}>
          {t('confirm.remind')}
        </Button>
      )}
    </p>
  );
}

/** "Read 412 · Confirmed 390". */
function countText(t: Translate, { read, confirmed }: { read: number; confirmed: number }, isDm: boolean): string {
  if (isDm) return confirmed > 0 ? t('confirm.doneDm') : t('confirm.notYetDm');
  const told = confirmed > 0 ? t('confirm.count', { number: confirmed }) : t('confirm.notYet');
  return read > 0 ? `${t('chat.state.readBy', { count: read })} · ${told}` : told;
}
