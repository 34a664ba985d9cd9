import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { toChatId } from '#protocol/casts.ts';
import { toFeed } from './toFeed.ts';
import { toReactions } from './toReactions.ts';

const emoji = fc.constantFrom('❤️', '😂', '🙏');

it('counts my latest choice once, whatever the stored totals say', () => {
  fc.assert(
    fc.property(
      fc.dictionary(emoji, fc.integer({ min: 1, max: 9 })),
      fc.option(emoji),
      fc.option(fc.option(emoji), { nil: undefined }),
      (others, stored, choice) => {
        // What the server counted: the others and, where there is one, my stored reaction.
        const rx: Record<string, number> = { ...others };
        if (stored !== null) rx[stored] = (rx[stored] ?? 0) + 1;
        const row = { ...buildRow(1, { rx, ...(stored === null ? {} : { my: stored }) }), c: toChatId(7) };
        const overlays = new Map(choice === undefined ? [] : [[1, { my: choice }] as const]);
        const [item] = toFeed({
          messages: [row],
          pending: [],
          overlays,
          holes: [],
          unreadFrom: undefined,
          atEnd: true,
          me: 1,
        });
        const mine = choice === undefined ? stored : choice;
        const expected: Record<string, number> = { ...others };
        if (mine !== null) expected[mine] = (expected[mine] ?? 0) + 1;
        const totals = item ? toReactions(item) : [];
        expect(Object.fromEntries(totals.map(({ emoji: sign, count }) => [sign, count]))).toEqual(expected);
        expect(totals.filter(({ isMine }) => isMine).map(({ emoji: sign }) => sign)).toEqual(
          mine === null ? [] : [mine],
        );
      },
    ),
  );
});
