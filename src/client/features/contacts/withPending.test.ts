import { expect, test } from 'vitest';
import { toOpId } from '#protocol/casts.ts';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import type { OutboxEntry } from '#sync/changes.ts';
import { withPending } from './withPending.ts';

const [minori, ibu] = sampleCards;
if (!minori || !ibu) throw new Error('sample people are missing');
const met = new Map([[minori.id, minori]]);
const op = toOpId('00000000-0000-4000-8000-000000000001');

function change(user: typeof minori, st: number, state: OutboxEntry['state'] = 'queued'): OutboxEntry {
  const action = { t: 'contactSet' as const, user: user?.id ?? minori!.id, state: st, op };
  return { id: st, i: op, lane: 'u', action, state, tried: 0, tries: 0, nextAt: 0, at: 0 };
}

test('somebody just met is a friend before the server knows; the newest change counts', () => {
  const contacts = withPending(new Map(), [change(minori, 1), change(minori, 3)], met);
  expect(contacts.get(minori.id)).toMatchObject({ st: 3, card: minori });
});

test('a stored contact, a refused change and somebody never met stay as they are', () => {
  const stored = new Map([[minori.id, sampleContact(minori, 2)]]);
  expect(withPending(stored, [change(minori, 1)], met)).toBe(stored);
  expect(withPending(new Map(), [change(minori, 1, 'failed')], met).size).toBe(0);
  expect(withPending(new Map(), [change(ibu, 1)], met).size).toBe(0);
});
