import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactState } from '#protocol/entities/contactState.ts';
import { toUserId } from '#protocol/casts.ts';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import { friendSections, matches, type SectionName } from './friendRows.ts';

const input = { contacts: [], requests: [], unfolded: new Set<SectionName>(), query: '', language: 'en' };
const named = (id: number, name: string, handle = `user${id}`) => ({ id: toUserId(id), name, handle, pv: 1 });

describe('sections of the friends list', () => {
  test('everybody stands in exactly one section, and folded ones only show their number', () => {
    const state = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 })),
        fc.array(state),
        fc.uniqueArray(fc.integer({ min: 1, max: 500 })),
        (ids, states, asked) => {
          const contacts = ids.map((id, index) => sampleContact(named(id, `n${id % 7}`), states[index] ?? 1));
          const sections = friendSections({ ...input, contacts, requests: asked.map((id) => named(id, `r${id}`)) });
          const everybody = sections.flatMap(({ people }) => people.map(({ card }) => card.id));
          expect(new Set(everybody).size).toBe(everybody.length);
          expect(new Set(everybody)).toEqual(new Set([...ids, ...asked]));
          for (const { name, count, people, isFolded } of sections) {
            expect(count).toBe(people.length);
            expect(isFolded).toBe(name === 'hidden' || name === 'blocked');
          }
        },
      ),
    );
  });

  test('order: requests as they came, then names by the language, then the name I use counts', () => {
    const [minori, ibu] = sampleCards;
    if (!minori || !ibu) throw new Error('sample people are missing');
    const contacts = [
      sampleContact(named(3, 'Zoe')),
      sampleContact(named(2, 'émile')),
      sampleContact(named(1, 'Fox')),
      sampleContact(named(4, 'Zed'), contactState.friend, 'Aunt'),
    ];
    const sections = friendSections({ ...input, contacts, requests: [ibu, minori] });
    expect(sections.map(({ name, people }) => [name, people.map((friend) => friend.name)])).toEqual([
      ['requests', ['Ibu', '青島みのり']],
      ['friends', ['Aunt', 'émile', 'Fox', 'Zoe']],
    ]);
  });

  test('a search finds hidden and blocked people and whoever added me', () => {
    const contacts = [
      sampleContact(named(1, 'Rina'), contactState.hidden),
      sampleContact(named(2, 'Marina'), contactState.blocked),
      sampleContact(named(3, 'Bo')),
    ];
    const [found, ...rest] = friendSections({ ...input, contacts, requests: [named(4, 'Sabrina')], query: 'RIN' });
    expect(rest).toEqual([]);
    expect(found?.people.map(({ name }) => name)).toEqual(['Marina', 'Rina', 'Sabrina']);
    expect(friendSections({ ...input, contacts, query: 'nobody' })).toEqual([]);
  });
});

describe('what a search finds', () => {
  const friend = { card: named(1, 'コーヒー'), name: 'Kedai Café', relation: 'friend' as const };
  test.each(['ｺｰﾋｰ', 'こーひー', 'cafe', 'KEDAI', '@user1', 'SER1', ' café '])('%j finds it', (query) => {
    expect(matches(friend, query)).toBe(true);
  });
  test.each(['kopi', '@kedai', 'user2'])('%j does not', (query) => {
    expect(matches(friend, query)).toBe(false);
  });
});
