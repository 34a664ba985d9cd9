import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { sampleCards, sampleContact, sampleMember } from '#testing/samplePeople.ts';
import { bannedRows, memberRows } from './memberRows.ts';
import { candidates, searchCandidates } from './pickRows.ts';

const roles = ['member', 'moderator', 'admin', 'owner'] as const;
const nameOf = (mid: number) => `n${mid % 5}`;
const standing = (role: number) => ({ kind: chatKind.group, state: memberState.joined, role, mid: 1 });

describe('members of a group', () => {
  test('everybody who is in, once, by role, me first among equals; nobody removes an equal, a better or themself', () => {
    const member = fc.record({
      id: fc.integer({ min: 2, max: 60 }),
      role: fc.integer({ min: 0, max: 3 }),
      state: fc.integer({ min: 1, max: 5 }),
    });
    const crowd = fc.uniqueArray(member, { selector: ({ id }) => id });
    fc.assert(
      fc.property(crowd, fc.integer({ min: 0, max: 3 }), (others, myRole) => {
        const members = [
          sampleMember(1, myRole),
          ...others.map(({ id, role, state }) => sampleMember(id, role, state)),
        ];
        const rows = memberRows({ members, me: standing(myRole), nameOf, language: 'en' });
        const joined = members.filter(({ st }) => st === memberState.joined);
        expect(rows).toHaveLength(joined.length);
        expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(joined.map(({ u }) => u)));
        const ranks = rows.map(({ role }) => roles.indexOf(role));
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
        const equals = rows.filter(({ role }) => roles.indexOf(role) === myRole);
        expect(equals[0]?.isMe).toBe(true);
        for (const { role, isMe, can } of rows) {
          const isBelow = !isMe && roles.indexOf(role) < myRole;
          const leads = myRole >= memberRole.admin && isBelow;
          expect([can.includes('remove'), can.includes('ban')]).toEqual([leads, leads]);
          const owns = myRole === memberRole.owner && !isMe && role !== 'owner';
          expect([can.includes('handOver'), can.includes('makeAdmin')]).toEqual([owns, owns && role !== 'admin']);
          expect(can.includes('takeRole')).toBe((leads || owns) && role !== 'member');
        }
        const banned = bannedRows({ members, me: standing(myRole), nameOf, language: 'en' });
        const kept = members.filter(({ st }) => st === memberState.banned).map(({ u }) => Number(u));
        expect(new Set(banned.map(({ id }) => id))).toEqual(new Set(myRole >= memberRole.admin ? kept : []));
      }),
    );
  });

  test('a search looks at the shown names', () => {
    const members = [1, 2, 3].map((id) => sampleMember(id));
    const named = (mid: number) => ['', 'Émile', 'ミナ', 'Bo'][mid] ?? '';
    const find = (query: string) =>
      memberRows({ members, me: standing(0), nameOf: named, query, language: 'en' }).map(({ id }) => id);
    expect(find('emi')).toEqual([1]);
    expect(find('みな')).toEqual([2]);
    expect(find('')).toHaveLength(3);
    expect(find('x')).toEqual([]);
  });
});

describe('who can be picked', () => {
  const [minori, ibu, haneul, bram] = sampleCards.map((card) => card);
  if (!minori || !ibu || !haneul || !bram) throw new Error('sample people are missing');
  const contacts = [
    sampleContact(minori, contactState.friend, 'Minori'),
    sampleContact(ibu, contactState.hidden),
    sampleContact(haneul, contactState.blocked),
    sampleContact(bram),
  ];

  test('friends and hidden friends by the name I use; nobody blocked, nobody who is in', () => {
    const names = (without?: ReadonlySet<number>) =>
      candidates(contacts, { language: 'en', ...(without ? { without } : {}) }).map(({ name }) => name);
    expect(names()).toEqual(['Bram Rahardjo', 'Ibu', 'Minori']);
    expect(names(new Set([bram.id]))).toEqual(['Ibu', 'Minori']);
  });

  test('found by my name for them, their own name and their ID', () => {
    const all = candidates(contacts, { language: 'en' });
    const find = (query: string) => searchCandidates(all, query).map(({ id }) => id);
    expect(find('minori')).toEqual([minori.id]);
    expect(find('青島')).toEqual([minori.id]);
    expect(find('@MINORI.ao')).toEqual([minori.id]);
    expect(find('zzz')).toEqual([]);
    expect(find(' ')).toHaveLength(3);
  });
});
