import { answerKey, isPollOver, trimAnswer } from '#domain/pollRules.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { findOp } from '#server/storage/rows/findOp.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { lockHead } from '#server/storage/rows/lockHead.ts';
import { recordOp } from '#server/storage/rows/recordOp.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { changedMessage } from './changedMessage.ts';
import type { MessageChange } from './changeTypes.ts';
import { checkWords } from './checkEdit.ts';
import { readExtras } from './countAnswers.ts';
import { loadPoll } from './loadPoll.ts';
import { writeExtras } from './writeExtras.ts';

export interface AnswerInput {
  c: ChatId;
  userId: UserId;
  s: number;
  x: string;
  op: OpId;
}
/** `o`: number of the answer. */
export type AnswerChange = MessageChange & { o: number };

/**
 * Adds an answer to a poll of which its creator said that people may. One that reads alike is there once: its number is the answer. A repeat of `op` gets the first answer. Refusals: NOT_MEMBER, NOT_FOUND,
 * GONE, WINDOW (over), FULL, BAD (no words), FORBIDDEN, and what would refuse the words as a message: MUTED, FROZEN, SLOW, FILTERED. Moderators decide about messages, so words that would be marked are refused too.
 */
export const addPollAnswer = writeUnit(async (tx: Tx, input: AnswerInput): Promise<AnswerChange> => {
  const head = await lockHead(tx, input.c);
  const done = await findOp<{ r: number; o: number }>(tx, input.userId, input.op);
  if (done) return { ...done, personal: [], reads: [] };
  const member = await loadSeat(tx, head, input.userId);
  const { row, body } = await loadPoll(tx, head, member, input.s);
  const x = trimAnswer(input.x);
  if (x === '') throw new AppError('BAD');
  if (isPollOver(body, tx.now)) throw new AppError('WINDOW');
  if (body.add !== 1) throw new AppError('FORBIDDEN');
  const verdict = await checkWords(tx, head, member, x);
  if (verdict) throw new AppError('FILTERED');
  const added = readExtras(row).bo ?? [];
  const answers = [...body.o, ...added];
  const known = answers.findIndex((answer) => answerKey(answer) === answerKey(x));
  const o = known >= 0 ? known : answers.length;
  const isNew = known < 0;
  if (isNew) {
    if (answers.length >= limits.pollOptionsMax) throw new AppError('FULL');
    const { bt } = readExtras(row);
    await writeExtras(tx, head, row, { bo: [...added, x], ...(bt ? { bt: [...bt, 0] } : {}) });
    await writeHead(tx, head);
  }
  await recordOp(tx, input.userId, input.op, { r: row.rev, o });
  return { r: row.rev, o, personal: [], ...(isNew ? changedMessage(head, row, input.userId) : {}), reads: [] };
});
