import { answersMax, pollProblem, trimAnswer } from '#domain/pollRules.ts';
import type { PollBody } from '#protocol/entities/bodies/pollBody.ts';

/** When a poll ends: never, after a while, or at a time of the person's own. */
export type PollEnd = 'never' | 'hour' | 'day' | 'three' | 'week' | 'at';
export const pollEnds = ['never', 'hour', 'day', 'three', 'week', 'at'] as const satisfies readonly PollEnd[];

/** A poll that is being written. */
export interface PollDraft {
  question: string;
  /** the last one is empty while there is room for more */
  options: readonly string[];
  isMany: boolean;
  /** nobody sees who voted */
  isHidden: boolean;
  canAdd: boolean;
  end: PollEnd;
  /** of `at`: local time as the browser's field writes it, `YYYY-MM-DDTHH:MM` */
  time: string;
}

export const emptyPoll: PollDraft = {
  question: '',
  options: ['', '', ''],
  isMany: false,
  isHidden: true,
  canAdd: false,
  end: 'never',
  time: '',
};

const hourMs = 3_600_000;
const lengths = { hour: hourMs, day: 24 * hourMs, three: 72 * hourMs, week: 168 * hourMs } as const;

/** The options with one changed; below the last one there is always room for the next. Several lines, such as a pasted list, become several options. */
export function withOption(options: readonly string[], index: number, value: string): string[] {
  const lines = value.split(/\r?\n/u);
  const changed = options.flatMap((option, other) => (other === index ? lines : [option])).slice(0, answersMax);
  return changed.length < answersMax && changed.at(-1)?.trim() !== '' ? [...changed, ''] : changed;
}

/** The options without one. */
export function withoutOption(options: readonly string[], index: number): string[] {
  const rest = options.filter((_, other) => other !== index);
  return rest.at(-1)?.trim() === '' && rest.length > 1 ? rest : [...rest, ''];
}

/** The body to send, or what is wrong with it. `now`: server clock, ms. */
export function toPoll(
  draft: PollDraft,
  now: number,
): { body: PollBody } | { wrong: NonNullable<ReturnType<typeof pollProblem>> } {
  const end = endOf(draft, now);
  const body: PollBody = {
    x: trimAnswer(draft.question),
    o: draft.options.map(trimAnswer).filter((option) => option !== ''),
    ...(draft.isMany ? { many: 1 } : {}),
    ...(draft.isHidden ? {} : { open: 1 }),
    ...(draft.canAdd ? { add: 1 } : {}),
    ...(end === undefined ? {} : { end }),
  };
  const wrong = pollProblem(body, now);
  return wrong ? { wrong } : { body };
}

function endOf({ end, time }: PollDraft, now: number): number | undefined {
  if (end === 'never') return undefined;
  if (end !== 'at') return now + lengths[end];
  const at = new Date(time).getTime();
  // A time that is not one lies in the past: the person is asked for another.
  return Number.isNaN(at) ? now : at;
}
