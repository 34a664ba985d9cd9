import type { PollBody } from '#protocol/entities/bodies/pollBody.ts';
import { limits } from '#protocol/limits.ts';
import { foldText } from './foldText.ts';

/** What decides whether votes still count. */
type Ending = { end?: number | undefined; done?: number | undefined };

/** Whether a poll was closed, or its time is over. `now`: server clock, ms. */
export const isPollOver = ({ end, done }: Ending, now: number): boolean =>
  done === 1 || (end !== undefined && end <= now);

/** Whether another answer may be added. `count`: how many there are. */
export const canAddAnswer = (body: Ending & { add?: number | undefined }, count: number, now: number): boolean =>
  body.add === 1 && count < limits.pollOptionsMax && !isPollOver(body, now);

/** The key by which answers are told apart: what reads alike is one answer, whatever its spaces, width, case and accents. */
export const answerKey = (answer: string): string => foldText(answer).replaceAll(/\s+/gu, ' ').trim();

/** Spaces around and inside are no part of a question or an answer. */
export const trimAnswer = (answer: string): string => answer.replaceAll(/\s+/gu, ' ').trim();

/** Why a poll cannot be: too few answers, two that read alike, words missing, a time that is over or too far. Undefined: it can. `now`: server clock, ms. */
export function pollProblem(
  { x, o, end }: Pick<PollBody, 'x' | 'o' | 'end'>,
  now: number,
): 'question' | 'answers' | 'alike' | 'end' | undefined {
  if (trimAnswer(x) === '') return 'question';
  const keys = o.map(answerKey);
  if (keys.length < 2 || keys.some((key) => key === '')) return 'answers';
  if (new Set(keys).size < keys.length) return 'alike';
  if (end !== undefined && (end <= now || end > now + limits.pollMaxMs)) return 'end';
  return undefined;
}

/** Sizes of a poll, for screens. */
export const questionMax: number = limits.pollQuestionMax;
export const answerMax: number = limits.pollOptionMax;
export const answersMax: number = limits.pollOptionsMax;
