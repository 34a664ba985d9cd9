import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startMiniApp, type AppPerson, type MiniAppUnderTest } from '#testing/miniApps/startMiniApp.ts';
import { createLedger, issuer } from './createLedger.ts';
import { giftMs } from './giftActs.ts';
import { giftApp } from './giftApp.ts';
import type { GiftsView, GiftView } from './giftShapes.ts';

let app: MiniAppUnderTest;
beforeEach(async () => void (app = await startMiniApp(giftApp)));
afterEach(() => {
  // Whatever a test did: the book is in order, and points of gifts that are over lie nowhere.
  const { db } = app.tools;
  expect(db.get('SELECT coalesce(sum(balance), 0) AS n FROM accounts')).toEqual({ n: 0 });
  expect(
    db.all(
      "SELECT g.id FROM gifts g JOIN accounts a ON a.id = 'gift:' || g.id WHERE a.balance <> CASE WHEN g.over_at IS NULL THEN g.points ELSE 0 END",
    ),
  ).toEqual([]);
  return app.close();
});

const give = (person: AppPerson, more: object = {}) =>
  person.post<GiftView>('/api/gifts', {
    item: 'coffee',
    to: 'Sari',
    note: 'Happy birthday',
    key: randomUUID(),
    ...more,
  });
const open = (person: AppPerson, { id }: GiftView) => person.post<GiftView>(`/api/gifts/${id}/open`);
const see = async (person: AppPerson) => (await person.get<GiftsView>('/api/gifts')).body;
const redeem = (staff: AppPerson, code: string | null) => staff.post('/api/staff/redeem', { code });

describe('a gift', () => {
  it('is paid, opened by the first friend and redeemed once; its card and its giver hear of each step', async () => {
    const [ana, ben, staff] = [await app.person(1, { name: 'Ana' }), await app.person(2), await app.staff(9, 'till')];
    expect((await see(ana)).points).toBe(500);
    const { body: gift } = await give(ana);
    expect(gift).toMatchObject({ state: 'made', mine: 'giver', code: null, from: 'Ana' });
    expect((await see(ana)).points).toBe(425);
    const { body: shared } = await ana.post<{ card: string }>(`/api/gifts/${gift.id}/card`);
    const words = () => app.api.cards.get(shared.card)?.words;
    expect(words()).toMatchObject({ title: 'A gift for Sari', mark: { label: 'Not opened' } });
    // The giver only looks.
    expect((await open(ana, gift)).body).toMatchObject({ state: 'made', mine: 'giver', code: null });
    const { body: opened } = await open(ben, gift);
    expect(opened).toMatchObject({ state: 'opened', mine: 'opener' });
    expect((await open(ben, gift)).body).toEqual(opened);
    expect((await open(await app.person(3), gift)).status).toBe(410);
    await app.settle();
    expect(words()).toMatchObject({ mark: { label: 'Opened' } });
    expect(JSON.stringify(words())).not.toContain(opened.code);
    const code = opened.code ?? '';
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4, 8)}-${code.slice(8)}`;
    expect((await redeem(staff, typed)).body).toMatchObject({ item: { id: 'coffee' }, from: 'Ana' });
    expect((await redeem(staff, code)).status).toBe(410);
    await app.settle();
    expect(words()).toMatchObject({ mark: { label: 'Redeemed', tone: 'off' } });
    expect(app.api.messages.map(({ person }) => person)).toEqual([1, 1]);
    expect((await see(ben)).got).toMatchObject([{ state: 'redeemed', code: null }]);
    expect(createLedger(app.tools.db, () => 0).balance('shop:Kedai Sore')).toBe(75);
  });

  it('is redeemed once and opened by one, however many try at the same moment', async () => {
    const [ana, staff] = [await app.person(1), await app.staff(9, 'till')];
    const { body: gift } = await give(ana);
    const people = await Promise.all([2, 3, 4, 5].map((id) => app.person(id)));
    const opened = await Promise.all(people.map((one) => open(one, gift)));
    const won = opened.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const code = won[0]?.body.code ?? '';
    const redeemed = await Promise.all(Array.from({ length: 6 }, () => redeem(staff, code)));
    expect(redeemed.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 410, 410, 410, 410, 410,
    ]);
  });

  it('is paid once by a command that is repeated, and not at all without points', async () => {
    const ana = await app.person(1);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 4 }, () => give(ana, { key })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await give(ana, { key, item: 'film' })).status).toBe(409);
    const spent = await Promise.all(Array.from({ length: 4 }, () => give(ana, { item: 'film' })));
    expect(spent.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 200, 409, 409]);
    expect((await see(ana)).points).toBe(500 - 75 - 360);
  });

  it('gives its points back when nobody redeemed it in time', async () => {
    const ana = await app.person(1);
    const { body: gift } = await give(ana);
    const { body: opened } = await open(await app.person(2), gift);
    const { body: shared } = await ana.post<{ card: string }>(`/api/gifts/${gift.id}/card`);
    app.clock.now += giftMs;
    giftApp.tick?.(app.tools);
    await app.settle();
    const later = await app.person(1);
    expect(await see(later)).toMatchObject({ points: 500, given: [{ state: 'expired' }] });
    expect((await see(later)).moves.map(({ why, points }) => [why, points])).toEqual([
      ['return', 75],
      ['give', -75],
      ['welcome', 500],
    ]);
    expect((await redeem(await app.staff(9, 'till'), opened.code)).status).toBe(410);
    expect((await open(await app.person(3), gift)).status).toBe(410);
    expect(app.api.cards.get(shared.card)?.words).toMatchObject({ mark: { label: 'Expired' } });
  });

  it('is shared by who gave it, and taken in by staff alone', async () => {
    const [ana, ben] = [await app.person(1), await app.person(2)];
    const { body: gift } = await give(ana);
    expect((await ben.post(`/api/gifts/${gift.id}/card`)).status).toBe(404);
    const { body: opened } = await open(ben, gift);
    expect((await redeem(ben, opened.code)).status).toBe(403);
    expect((await redeem(await app.staff(9, 'till'), 'ABCDEFGHJKMN')).status).toBe(404);
  });

  it('begins with points that the issuer owes', async () => {
    await see(await app.person(1));
    await see(await app.person(1));
    expect(createLedger(app.tools.db, () => 0).balance(issuer)).toBe(-500);
  });
});

describe('the door', () => {
  it.each([
    ['/api/gifts', { item: 'gold', to: null, note: null, key: randomUUID() }],
    ['/api/gifts', { item: 'coffee', to: null, note: null, key: 'x' }],
    ['/api/gifts', { item: 'coffee', to: 'a'.repeat(41), note: null, key: randomUUID() }],
    ['/api/gifts', { item: 'coffee', to: null, note: 'a\u0000b', key: randomUUID() }],
    ['/api/gifts', { item: 'coffee', to: null, note: '\u202Eabc', key: randomUUID() }],
    ['/api/gifts', { item: 'coffee', to: null, note: null, key: randomUUID(), points: 1 }],
    ['/api/gifts/short/open', {}],
    ['/api/gifts/short/card', {}],
    ['/api/staff', {}],
    ['/api/staff/redeem', { code: 'ABC' }],
    ['/api/staff/redeem', { code: 'ABCDEFGHIJKL' }],
    ['/api/staff/redeem', { code: 12 }],
  ])('refuses %s %j', async (path, body) => {
    expect(await (await app.person(1)).post(path, body)).toMatchObject({ status: 400, body: { code: 'BAD' } });
  });
  it('finds no gift that is not there', async () => {
    const missing = `/api/gifts/${'a'.repeat(22)}/open`;
    expect((await (await app.person(1)).post(missing)).status).toBe(404);
  });
});
