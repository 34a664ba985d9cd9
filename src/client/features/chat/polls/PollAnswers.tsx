import { Check } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { PollTally, TallyAnswer } from './pollTally.ts';

export type PollAnswersProps = {
  t: Translate;
  language: string;
  tally: PollTally;
  /** id of the question */
  labelledBy: string;
  canVote: boolean;
  isOwn: boolean;
  tabIndex: 0 | -1;
  onPick: (number: number) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The answers with their bars. One answer: radio buttons of which the arrows move the focus and only a press chooses, because each choice is a vote that others see; several: tick boxes.
 * Everything keeps its height while bars grow.
 */
export function PollAnswers(props: PollAnswersProps) {
  const { t, language, tally, canVote, isOwn, tabIndex } = props;
  const group = useRef<HTMLDivElement>(null);
  const chosen = tally.mine[0] ?? 0;
  const move = (event: KeyboardEvent, number: number) => {
    const step = STEPS[event.key];
    if (step === undefined || tally.isMany) return;
    event.preventDefault();
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    buttons[(number + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div ref={group} role={tally.isMany ? 'group' : 'radiogroup'} aria-labelledby={props.labelledBy}>
      {tally.answers.map((answer, number) => (
        <button
          // oxlint-disable-next-line react/no-array-index-key -- answers are named by their numbers and never change places
          key={number}
          type="button"
          role={tally.isMany ? 'checkbox' : 'radio'}
          aria-checked={answer.isMine}
          aria-disabled={!canVote || undefined}
          aria-label={labelOf(t, answer, tally.voters)}
          tabIndex={tally.isMany || number === chosen ? tabIndex : -1}
          onKeyDown={(event) => move(event, number)}
          onClick={() => canVote && props.onPick(number)}
          className={cx(
            'grid min-h-11 w-full grid-cols-[20px_1fr_auto] items-center gap-x-2.5 gap-y-1 rounded-control py-1.5 text-start outline-offset-2 focus-visible:outline-2 focus-visible:outline-focus',
            !canVote && 'cursor-default',
          )}
        >
          <Mark isMany={tally.isMany} isChosen={answer.isMine} isFaint={!canVote} />
          <span dir="auto" lang={textLang(answer.text, language)} className="min-w-0 [overflow-wrap:anywhere]">
            {answer.text}
          </span>
          <span className={cx('text-12 font-semibold tabular-nums', isOwn ? 'text-bubble-own-soft' : 'text-ink-soft')}>
            {numberText(answer.count, language)}
            <span className="inline-block min-w-[5ch] text-end font-normal">
              {percentText(shareOf(answer, tally.voters), language)}
            </span>
          </span>
          <span className="col-span-2 col-start-2 block h-1.5 overflow-hidden rounded-full bg-bubble-well">
            <span
              className={cx(
                'block h-full origin-left rounded-full transition-transform duration-300 rtl:origin-right',
                answer.isMine ? 'bg-brand' : 'bg-line-strong',
              )}
              style={{ transform: `scaleX(${shareOf(answer, tally.voters)})` }}
            />
          </span>
        </button>
      ))}
    </div>
  );
}

/** Part of those who voted, 0–1. */
const shareOf = ({ count }: TallyAnswer, voters: number): number => (voters > 0 ? Math.min(1, count / voters) : 0);

const numberText = (count: number, language: string): string => new Intl.NumberFormat(language).format(count);

const percentText = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

const labelOf = (t: Translate, answer: TallyAnswer, voters: number): string =>
  t('polls.answer', {
    text: answer.text,
    count: answer.count,
    percent: Math.round(shareOf(answer, voters) * 100),
  });

function Mark({ isMany, isChosen, isFaint }: { isMany: boolean; isChosen: boolean; isFaint: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        'grid size-5 flex-none place-items-center',
        isMany ? 'rounded-join' : 'rounded-full',
        isChosen ? 'bg-brand text-brand-ink' : 'shadow-[inset_0_0_0_1.75px_var(--line-strong)]',
        isFaint && !isChosen && 'opacity-50',
      )}
    >
      {isChosen && (isMany ? <Icon icon={Check} size={14} /> : <span className="size-2 rounded-full bg-brand-ink" />)}
    </span>
  );
}
