import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import type { LocalMessage, OutboxEntry } from '#sync/changes.ts';
import { queueCard } from '#testing/sampleAppCards.ts';
import { actionsOf } from './actionsOf.ts';
import { toFeed } from './toFeed.ts';
import type { FeedInput } from './toFeed.ts';

const me = 1;
const c = toChatId(7);
const noon = new Date(2025, 9, 17, 12).getTime();
const minute = 60_000;
const message = (s: number, more: Partial<LocalMessage> = {}): LocalMessage => ({
  ...buildRow(s, { at: noon + s * minute }),
  c,
  ...more,
});
const send = (id: number, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  i: `own-${id}`,
  lane: 'c:7',
  action: { t: 'send', c, cid: toCid(`own-${id}`), b: { x: `mine ${id}` } },
  state: 'queued',
  tried: 0,
  tries: 0,
  nextAt: 0,
  at: noon + 100 * minute + id,
  ...more,
});
const input = (more: Partial<FeedInput>): FeedInput => ({
  messages: [],
  pending: [],
  overlays: new Map(),
  holes: [],
  unreadFrom: undefined,
  atEnd: true,
  me,
  ...more,
});

describe('runs', () => {
  it('joins messages of one sender less than five minutes apart, on one day, with nothing between', () => {
    const messages = [
      message(1),
      message(2),
      message(3),
      message(4, { u: toMemberId(3) }),
      message(5, { at: noon + 30 * minute }),
      message(6, { at: noon + 35 * minute }),
      message(7, { k: 2, n: undefined, b: { ev: 'left', by: 2 } } as Partial<LocalMessage>),
      message(8, { at: noon + 36 * minute }),
    ];
    expect(toFeed(input({ messages })).map(({ position }) => position)).toEqual([
      'first',
      'middle',
      'last',
      'single',
      'single',
      'single',
      'single',
      'single',
    ]);
  });

  it('ends a run at midnight, at the unread line and at a gap', () => {
    const late = new Date(2025, 9, 17, 23, 59).getTime();
    const midnight = [message(1, { at: late }), message(2, { at: late + 2 * minute })];
    expect(toFeed(input({ messages: midnight })).map(({ position }) => position)).toEqual(['single', 'single']);
    const unread = toFeed(input({ messages: [message(1), message(2)], unreadFrom: 2 }));
    expect(unread.map(({ isFirstUnread, position }) => [isFirstUnread, position])).toEqual([
      [false, 'single'],
      [true, 'single'],
    ]);
    const holed = toFeed(input({ messages: [message(1), message(4)], holes: [{ from: 2, to: 3 }] }));
    expect(holed.map(({ kind, position }) => [kind, position])).toEqual([
      ['message', 'single'],
      ['hole', 'single'],
      ['message', 'single'],
    ]);
  });

  it('every run begins with one first and ends with one last', () => {
    const anyMessages = fc
      .array(fc.record({ u: fc.integer({ min: 1, max: 3 }), gap: fc.integer({ min: 0, max: 20 * minute }) }), {
        maxLength: 40,
      })
      .map((list) => {
        let at = noon;
        return list.map(({ u, gap }, index) => message(index + 1, { u: toMemberId(u), at: (at += gap) }));
      });
    fc.assert(
      fc.property(anyMessages, (messages) => {
        let isOpen = false;
        for (const { position } of toFeed(input({ messages }))) {
          expect(isOpen).toBe(position === 'middle' || position === 'last');
          isOpen = position === 'first' || position === 'middle';
        }
        expect(isOpen).toBe(false);
      }),
    );
  });
});

describe('own messages', () => {
  it('keep their key from the press of Enter to the arrival, and never show twice', () => {
    const entry = send(1);
    const waiting = toFeed(input({ messages: [message(1)], pending: [entry] }));
    const arrived = message(2, { u: toMemberId(me), i: toCid('own-1'), b: { x: 'mine 1' } });
    const both = toFeed(input({ messages: [message(1), arrived], pending: [{ ...entry, state: 'acked', s: 2 }] }));
    const done = toFeed(input({ messages: [message(1), arrived] }));
    expect(waiting.map(({ key }) => key)).toEqual(both.map(({ key }) => key));
    expect(both.map(({ key }) => key)).toEqual(done.map(({ key }) => key));
    expect(both[1]?.entry).toBeUndefined();
  });

  it('wait behind the end of a window that does not reach the newest message', () => {
    expect(toFeed(input({ messages: [message(1)], pending: [send(1)], atEnd: false }))).toHaveLength(1);
  });
});

describe('what the person just did', () => {
  it('lies over the stored message', () => {
    const overlays: FeedInput['overlays'] = new Map([
      [1, { text: 'better' }],
      [2, { gone: true }],
      [3, { my: '❤️' }],
    ]);
    const items = toFeed(input({ messages: [message(1), message(2), message(3)], overlays }));
    expect(items.map(({ text, isEdited, isUnsent, myReaction }) => ({ text, isEdited, isUnsent, myReaction }))).toEqual(
      [
        { text: 'better', isEdited: true, isUnsent: false, myReaction: undefined },
        { text: '', isEdited: false, isUnsent: true, myReaction: undefined },
        { text: 'text 3', isEdited: false, isUnsent: false, myReaction: '❤️' },
      ],
    );
  });
});

it('keeps the objects of unchanged lines, so that they are not drawn again', () => {
  const messages = [message(1), message(2), message(10, { u: toMemberId(3) })];
  const before = toFeed(input({ messages }));
  const after = toFeed(
    input({ messages: [...messages, message(11, { u: toMemberId(3), at: noon + 10.5 * minute })] }),
    before,
  );
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toBe(before[1]);
  // Its run goes on below: it looks different now.
  expect(after[2]).not.toBe(before[2]);
});

describe('cards', () => {
  const card = (s: number, more: Partial<LocalMessage> = {}) => message(s, { k: 3, b: { ...queueCard }, ...more });

  it('stand in runs like texts, and say their words', () => {
    const items = toFeed(input({ messages: [message(1), card(2), message(3)] }));
    expect(items.map(({ kind, position }) => [kind, position])).toEqual([
      ['message', 'first'],
      ['message', 'middle'],
      ['message', 'last'],
    ]);
    expect(items[1]).toMatchObject({ text: queueCard.x, card: { app: 'antre' }, isEdited: false });
  });

  it('that cannot be read are a line of a newer version, and break nothing', () => {
    const bodies = [undefined, {}, { x: 'x' }, { ...queueCard, words: 'x' }, { ...queueCard, app: '' }];
    const messages = bodies.map((b, index) => card(index + 1, { b } as Partial<LocalMessage>));
    expect(toFeed(input({ messages })).map(({ kind, text }) => [kind, text])).toEqual(
      bodies.map(() => ['unknown', '']),
    );
  });

  it('leave the quiet outline of what was unsent', () => {
    const [item] = toFeed(input({ messages: [card(1, { del: noon, b: {} })] }));
    expect(item).toMatchObject({ kind: 'message', isUnsent: true, card: undefined, text: '' });
  });

  it('keep their line while a reaction is laid over it, and change with their app', () => {
    const first = toFeed(input({ messages: [card(1)] }));
    const row = card(1, { b: { ...queueCard, v: 2 } });
    const next = toFeed(input({ messages: [row] }), first);
    expect(next[0]).not.toBe(first[0]);
    const laid = toFeed(input({ messages: [row], overlays: new Map([[1, { my: '🎉' }]]) }), next);
    expect(laid[0]?.card).toBe(next[0]?.card);
  });

  it('can be unsent and reported like texts, but not edited', () => {
    const [own] = toFeed(input({ messages: [card(1, { u: toMemberId(me), ed: noon })] }));
    const [other] = toFeed(input({ messages: [card(1, { u: toMemberId(2) })] }));
    const mine = own && actionsOf(own, true, noon + 2 * minute, { hasModerators: true });
    expect(mine).toContain('unsend');
    expect(mine).not.toContain('edit');
    expect(mine).not.toContain('versions');
    expect(other && actionsOf(other, true, noon, { hasModerators: true })).toEqual(
      expect.arrayContaining(['react', 'copy', 'report']),
    );
  });
});
