import { Lock, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { ChatId } from '#protocol/ids.ts';
import { recordingOf } from './recordingOf.ts';

export type VoicePillProps = {
  c: ChatId;
  /** how far the finger has gone up, px */
  up: number;
};

/** What lies above the row: where to slide, that one need not hold, or why there is no recording. */
export function VoicePill({ c, up }: VoicePillProps) {
  const { t } = useTranslation();
  const services = useServices();
  const recording = recordingOf(services);
  const state = useStore(recording.store);
  const isMine = state.c === c && state.phase !== 'idle';
  const pill =
    'flex max-w-full items-center gap-2 rounded-full bg-surface-raised px-3 py-1 text-13 text-ink-soft shadow-[inset_0_0_0_1px_var(--line)]';
  if (state.note?.c === c)
    return (
      <span className="absolute inset-x-0 bottom-full z-1 flex justify-center px-2 pb-2">
        <span role="alert" className={cx(pill, 'rounded-card ps-4 text-ink!')}>
          {t(`voice.note.${state.note.why}`)}
          <IconButton icon={X} look="round" size="small" label={t('voice.noted')} onClick={recording.forgetNote} />
        </span>
      </span>
    );
  if (!isMine || state.phase === 'paused' || state.phase === 'ending') return null;
  return (
    <span
      className={cx(
        'pointer-events-none absolute inset-x-0 bottom-full z-1 flex pb-2',
        state.isLocked ? 'justify-center' : 'justify-end',
      )}
    >
      <span className={pill} style={{ translate: `0 ${-Math.min(12, up / 4)}px` }}>
        <Icon icon={Lock} size={16} />
        {t(state.phase === 'asking' ? 'voice.asking' : state.isLocked ? 'voice.locked' : 'voice.slideUp')}
      </span>
    </span>
  );
}
