import { ChartColumn } from 'lucide-react';
import { useId } from 'react';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { PollAnswers } from './PollAnswers.tsx';
import type { PollTally } from './pollTally.ts';

export type PollViewProps = {
  t: Translate;
  language: string;
  question: string;
  tally: PollTally;
  /** when it ends, in words */
  endText: string | undefined;
  isOwn: boolean;
  canVote: boolean;
  /** my vote has not left yet */
  isWaiting: boolean;
  /** what I have just done, for screen readers */
  said: string;
  tabIndex: 0 | -1;
  onPick: (number: number) => void;
  /** each is absent where it cannot be done */
  onAdd?: (() => void) | undefined;
  onVoters?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
};

/** A poll inside its bubble: question, what kind it is, answers with bars, and what can be done with it. */
export function PollView(props: PollViewProps) {
  const { t, language, question, tally, isOwn, canVote } = props;
  const id = useId();
  const soft = isOwn ? 'text-bubble-own-soft' : 'text-ink-faint';
  const actions = [
    { text: t('polls.add'), onClick: props.onAdd },
    { text: t('polls.voters'), onClick: props.onVoters },
    { text: t('polls.close'), onClick: props.onClose },
  ].flatMap(({ text, onClick }) => (onClick ? [{ text, onClick }] : []));
  const foot = footText(t, props, actions.length);
  // Of one that is over nothing comes any more; before, the foot keeps its room: nothing may move when I vote.
  const hasFoot = !tally.isOver || actions.length > 0 || foot !== '';
  return (
    <div className={cx('px-3.5 pt-3 text-start whitespace-normal', hasFoot ? 'pb-1' : 'pb-3')}>
      <p id={id} className="flex gap-2 font-semibold">
        <Icon icon={ChartColumn} className={cx('mt-px', isOwn ? '' : 'text-brand-text')} />
        <span dir="auto" lang={textLang(question, language)} className="min-w-0 [overflow-wrap:anywhere]">
          {question}
        </span>
      </p>
      <p className={cx('mt-0.5 mb-1 text-12', soft)}>{kindText(t, props)}</p>
      <PollAnswers
        {...{ t, language, tally, isOwn, canVote }}
        labelledBy={id}
        tabIndex={props.tabIndex}
        onPick={props.onPick}
      />
      {hasFoot && (
        <div
          className={cx(
            'mt-1 flex min-h-11 items-center justify-between gap-x-4 border-t text-13',
            isOwn ? 'border-bubble-well' : 'border-line',
          )}
        >
          <span className={cx('flex flex-wrap gap-x-4', actions.length < 2 && 'flex-none')}>
            {actions.map(({ text, onClick }) => (
              <button
                key={text}
                type="button"
                tabIndex={props.tabIndex}
                onClick={onClick}
                className={cx(
                  'min-h-11 rounded-[4px] font-semibold underline-offset-3 outline-offset-2 hover:underline focus-visible:outline-2 focus-visible:outline-focus',
                  isOwn ? 'text-bubble-own-ink' : 'text-brand-text',
                )}
              >
                {text}
              </button>
            ))}
          </span>
          <span className={cx('min-w-0 truncate text-12', soft)}>{foot}</span>
        </div>
      )}
      <span role="status" className="sr-only">
        {props.said}
      </span>
    </div>
  );
}

/** "One choice · anonymous · 9 people voted · closes Fri 18:00". */
function kindText(t: Translate, { tally, endText }: PollViewProps): string {
  const parts = [
    t(tally.isMany ? 'polls.many' : 'polls.one'),
    t(tally.isOpen ? 'polls.open' : 'polls.anonymous'),
    tally.voters > 0 ? t('polls.voted', { count: tally.voters }) : t('polls.nobody'),
    tally.isOver ? t('polls.closed') : endText && t('polls.closes', { time: endText }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** A word about my vote, in what room the actions leave. */
function footText(t: Translate, { tally, canVote, isWaiting }: PollViewProps, actions: number): string {
  if (isWaiting) return t('polls.waiting');
  if (tally.isOver || !canVote || actions > 1) return '';
  return tally.mine.length > 0 ? t('polls.change') : '';
}
