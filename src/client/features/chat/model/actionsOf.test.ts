import { expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { localRow } from '#testing/localRows.ts';
import { actionsOf, canForward } from './actionsOf.ts';
import { toFeed } from './toFeed.ts';

const me = 1;
type Rows = Parameters<typeof toFeed>[0]['messages'];
function lines(rows: Rows, hidden?: ReadonlySet<number>) {
  return toFeed({
    messages: rows,
    pending: [],
    overlays: new Map(),
    holes: [],
    unreadFrom: undefined,
    atEnd: true,
    me,
    hidden,
  });
}
const [item] = lines([localRow(1)]) as [ReturnType<typeof lines>[number]];

it('offers to answer, forward, select and hide what the server has', () => {
  expect(actionsOf(item, true, item.at)).toEqual(expect.arrayContaining(['reply', 'forward', 'select', 'hide']));
});
it('offers no answer where nothing can be written, but the rest', () => {
  const actions = actionsOf(item, false, item.at);
  expect(actions).not.toContain('reply');
  expect(actions).toEqual(expect.arrayContaining(['forward', 'select', 'hide']));
});
it('offers none of it for what has not arrived or was unsent', () => {
  const waiting = { ...item, row: undefined };
  const gone = { ...item, isUnsent: true };
  for (const one of [waiting, gone])
    expect(
      actionsOf(one, true, item.at).filter((action) => ['reply', 'forward', 'select', 'hide'].includes(action)),
    ).toEqual([]);
});
it('forwards kinds that mean the same elsewhere', () => {
  const of = (k: number) => canForward({ ...item, row: localRow(1, { k }) });
  expect([messageKind.text, messageKind.sticker, messageKind.media].map(of)).toEqual([true, true, true]);
  expect([messageKind.poll, messageKind.card, messageKind.system].map(of)).toEqual([false, false, false]);
});
it('leaves what is hidden out of the lines, and nothing else', () => {
  const rows = [localRow(1), localRow(2), localRow(3)];
  expect(lines(rows, new Set([2])).map(({ seq }) => seq)).toEqual([1, 3]);
  expect(lines(rows, new Set([9])).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});
it('offers to go on reading from a line of others where the chat can be marked so', () => {
  const at = (one: typeof item, chat = {}) => actionsOf(one, true, one.at, chat).includes('unreadFrom');
  const theirs = { ...item, isOwn: false };
  expect(at(theirs, { canMark: true })).toBe(true);
  expect([at(theirs), at({ ...item, isOwn: true }, { canMark: true })]).toEqual([false, false]);
});
it('offers a thread for a day, by who may write, and one that is there to everybody', () => {
  const day = 24 * 3_600_000;
  const at = (now: number, canWrite: boolean, chat = {}) => actionsOf(item, canWrite, now, chat).includes('thread');
  expect(at(item.at + day - 1, true, { hasThreads: true })).toBe(true);
  expect(at(item.at + day, true, { hasThreads: true })).toBe(false);
  expect(at(item.at, false, { hasThreads: true })).toBe(false);
  expect(at(item.at, true)).toBe(false);
  expect(at(item.at + day, false, { hasThreads: true, hasThread: true })).toBe(true);
});
it('says nothing of the line with which every thread begins', () => {
  const first = localRow(1, { k: messageKind.system, b: { ev: 'thread' } });
  expect(lines([first, localRow(2)]).map(({ seq }) => seq)).toEqual([2]);
});
