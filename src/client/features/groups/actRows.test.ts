import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import guard from '#client/locales/en/guard.json';
import type { Translate } from '#client/parts/systemText.ts';
import type { ActId, GuardedAct } from '#protocol/entities/guardedAct.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { actRows } from './actRows.ts';

const i18n = createInstance({ lng: 'en', resources: { en: { translation: guard } }, initAsync: false });
await i18n.init();
const t = i18n.t as unknown as Translate;
const act = (more: Partial<GuardedAct>): GuardedAct => ({
  id: 'x' as ActId,
  kind: 'remove',
  by: toMemberId(1),
  at: 0,
  n: 2,
  ...more,
});
const textOf = (more: Partial<GuardedAct>) =>
  actRows(t, {
    acts: [act(more)],
    me: 1,
    nameOf: (mid) => `n${mid}`,
    roomName: (room) => `room ${room}`,
    language: 'en',
  })[0];

describe('acts in words', () => {
  it('say what waits, and what was done', () => {
    expect(textOf({ due: 5 })).toMatchObject({ text: 'n1 wants to remove 2 people', isWaiting: true, isMine: true });
    expect(textOf({ due: 5, ban: 1, n: 1 })?.text).toBe('n1 wants to ban 1 person');
    expect(textOf({ until: 5, who: [2, 3].map(toMemberId) })).toMatchObject({
      text: 'n1 removed 2 people',
      people: 'n2 and n3',
      isWaiting: false,
    });
    expect(textOf({ kind: 'role' })?.text).toBe('n1 changed the roles of 2 people');
    expect(textOf({ kind: 'delete' })?.text).toBe('n1 deleted 2 messages of others');
    expect(textOf({ kind: 'delete', room: toChatId(9) })).toMatchObject({ people: 'room 9', room: 9 });
    expect(textOf({ kind: 'rename', title: 'Choir' })?.text).toBe('n1 changed the name “Choir”');
    expect(textOf({ kind: 'close' })?.text).toBe('n1 closed the community');
    expect(textOf({ kind: 'rename' })?.text).toBe('n1 changed the description');
  });
});
