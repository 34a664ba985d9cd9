import { pollProblem, trimAnswer } from '#domain/pollRules.ts';
import type { PollBody } from '#protocol/entities/bodies/pollBody.ts';
import type { BodyRule, SettledBody } from './BodyRule.ts';

/** Polls: words without needless spaces, answers that can be told apart, an end that is still to come. BAD: it is none; WINDOW: its time is over, or too far away. */
export const settlePolls: BodyRule = async (tx, _head, drafts) =>
  drafts.map(({ item }) => settlePoll(item.b as PollBody, tx.now));

function settlePoll(sent: PollBody, now: number): SettledBody {
  const problem = pollProblem(sent, now);
  if (problem === 'end') return { code: 'WINDOW' };
  // Only closing it makes a poll closed.
  if (problem || sent.done !== undefined) return { code: 'BAD' };
  return { b: { ...sent, x: trimAnswer(sent.x), o: sent.o.map(trimAnswer) } };
}
