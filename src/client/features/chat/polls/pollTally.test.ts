import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pollKind } from '#domain/chatTraits.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { pickAnswer, pollTally } from './pollTally.ts';

const line = sampleLine('group', 'group picture');
const poll = (parts: { ex?: object; mb?: number[]; myVote?: number[]; body?: object }): FeedItem =>
  ({
    ...line,
    content: { k: pollKind, b: { x: '?', o: ['a', 'b', 'c'], ...parts.body } },
    row: line.row && { ...line.row, ex: parts.ex, mb: parts.mb },
    myVote: parts.myVote,
  }) as FeedItem;
const counts = (item: FeedItem) => pollTally(item, 0).answers.map(({ count }) => count);

describe('a poll as it stands', () => {
  it('has nothing before anybody voted, and answers of others behind its own', () => {
    expect(pollTally(poll({}), 0)).toMatchObject({ voters: 0, mine: [], isMany: false, isOver: false });
    const item = poll({ ex: { bt: [1, 0, 0, 2], bn: 3, bo: ['d'] } });
    expect(pollTally(item, 0).answers).toMatchObject([{ text: 'a', count: 1 }, {}, {}, { text: 'd', count: 2 }]);
  });

  it('moves my own vote at once, and not twice when it has arrived', () => {
    const ex = { bt: [2, 1, 0], bn: 3 };
    expect(counts(poll({ ex, mb: [0], myVote: [1] }))).toEqual([1, 2, 0]);
    expect(pollTally(poll({ ex, mb: [0], myVote: [1] }), 0).voters).toBe(3);
    expect(counts(poll({ ex, mb: [1], myVote: [1] }))).toEqual([2, 1, 0]);
    expect(pollTally(poll({ ex, mb: [0], myVote: [] }), 0)).toMatchObject({ voters: 2, mine: [] });
    expect(pollTally(poll({ ex, myVote: [2] }), 0)).toMatchObject({ voters: 4, mine: [2] });
  });

  it('never counts below nothing, whatever arrives in which order', () => {
    const choice = fc.uniqueArray(fc.nat(2));
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 3 }), choice, choice, (bt, mb, myVote) => {
        const tally = pollTally(poll({ ex: { bt, bn: 1 }, mb, myVote }), 0);
        expect(Math.min(tally.voters, ...tally.answers.map(({ count }) => count))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is over at its time, and when it was closed', () => {
    expect(pollTally(poll({ body: { end: 10 } }), 9).isOver).toBe(false);
    expect(pollTally(poll({ body: { end: 10, add: 1 } }), 10)).toMatchObject({ isOver: true, canAdd: false });
    expect(pollTally(poll({ body: { done: 1 } }), 0).isOver).toBe(true);
  });
});

describe('a press on an answer', () => {
  it('takes the place of the other, or is one more; pressed again it is taken back', () => {
    expect(pickAnswer({ mine: [0], isMany: false }, 2)).toEqual([2]);
    expect(pickAnswer({ mine: [2], isMany: false }, 2)).toEqual([]);
    expect(pickAnswer({ mine: [2], isMany: true }, 0)).toEqual([0, 2]);
    expect(pickAnswer({ mine: [0, 2], isMany: true }, 0)).toEqual([2]);
  });
});
