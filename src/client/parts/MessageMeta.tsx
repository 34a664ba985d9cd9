import { BellOff, CircleAlert, Clock } from 'lucide-react';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import type { MessageState, ShownTime } from './MessageState.ts';

export type MessageMetaProps = {
  state: MessageState;
  time?: ShownTime;
  /** 12 px words on the bubble's base line; higher by 22 when reactions hang below it */
  hasReactions: boolean;
  /** it makes room for the toolbar that shows on hover beside the bubble */
  hasToolbar: boolean;
};

/** What stands beside the last bubble of a run: "Read 12" and the time, the waiting clock, or the failure mark. */
export function MessageMeta({ state, time, hasReactions, hasToolbar }: MessageMetaProps) {
  if (state.kind === 'failed') return <Icon icon={CircleAlert} className="self-center text-danger" />;
  if (state.kind !== 'waiting' && !time) return null;
  return (
    <span
      className={cx(
        'flex flex-none flex-col pb-0.5 text-12 leading-[1.17] whitespace-nowrap text-ink-faint tabular-nums',
        hasReactions && 'mb-[22px]',
        hasToolbar && 'pointer-fine:@[828px]:group-hover/message:invisible',
      )}
    >
      {state.kind === 'waiting' ? (
        <span title={state.label} className="text-warn">
          <Icon icon={Clock} size={14} />
        </span>
      ) : (
        <>
          {state.kind === 'held' && <span className="text-end text-warn">{state.label}</span>}
          {state.kind === 'read' && <span className="text-end">{state.label}</span>}
          {time && (
            <time dateTime={time.dateTime} title={time.silent} className="text-end">
              {time.silent !== undefined && <Icon icon={BellOff} size={14} className="me-1 inline! align-[-2px]" />}
              {time.text}
            </time>
          )}
        </>
      )}
    </span>
  );
}
