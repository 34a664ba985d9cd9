import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startMiniApp, type AppPerson, type MiniAppUnderTest } from '#testing/miniApps/startMiniApp.ts';
import { estimateWait, serviceMs } from './estimateWait.ts';
import { queueApp } from './queueApp.ts';
import type { CounterView, QueueView, TicketView } from './queueShapes.ts';

let app: MiniAppUnderTest;
beforeEach(async () => void (app = await startMiniApp(queueApp)));
afterEach(() => app.close());

const take = async (person: AppPerson, place = 'cafe') =>
  (await person.post<TicketView>('/api/tickets', { place })).body;
const see = async (person: AppPerson, id = '') =>
  (await person.get<QueueView>(`/api/queue${id && `?ticket=${id}`}`)).body;
const step = async (staff: AppPerson, what: string, current: string | null, place = 'cafe') =>
  staff.post<CounterView>(`/api/staff/${place}`, { step: what, current });

describe('a ticket', () => {
  it('is taken once, moves as the queue does, and is served', async () => {
    const [ana, ben, staff] = [await app.person(1), await app.person(2), await app.staff(9, 'cafe', true)];
    const first = await take(ana);
    expect(await take(ana)).toEqual(first);
    const second = await take(ben);
    expect([first.label, second.label, second.before]).toEqual(['K-1', 'K-2', 1]);
    const { body: counter } = await step(staff, 'next', null);
    expect(counter.current).toMatchObject({ label: 'K-1' });
    expect((await see(ben)).tickets[0]).toMatchObject({ before: 0, line: ['K-1', 'K-2'], state: 'waiting' });
    app.clock.now += 120_000;
    await step(staff, 'next', first.id);
    expect((await see(ana)).tickets[0]).toMatchObject({ state: 'done' });
    expect((await see(ben)).tickets[0]).toMatchObject({ state: 'serving' });
    // Who comes now waits for one service of two minutes.
    expect((await take(ana)).wait).toBe(120_000);
    expect(app.api.messages.map(({ person, text }) => [person, text.split(':')[0]])).toEqual([
      [1, 'K-1'],
      [2, 'K-2'],
    ]);
  });

  it('warns who is next but one, once', async () => {
    const people = await Promise.all([1, 2, 3].map((id) => app.person(id)));
    const tickets: TicketView[] = [];
    // oxlint-disable-next-line no-await-in-loop -- in this order
    for (const one of people) tickets.push(await take(one));
    const staff = await app.staff(9, 'cafe', true);
    await step(staff, 'next', null);
    await step(staff, 'close', null);
    await app.settle();
    expect(app.api.messages.filter(({ person }) => person === 3)).toMatchObject([{ silent: true }]);
  });

  it('is given up by its owner alone, and lets the one behind go first', async () => {
    const [ana, ben] = [await app.person(1), await app.person(2)];
    const [first, second] = [await take(ana), await take(ben)];
    expect((await ben.post(`/api/tickets/${first.id}/leave`)).status).toBe(404);
    expect((await ben.post(`/api/tickets/${second.id}/pass`)).status).toBe(409);
    expect((await ana.post(`/api/tickets/${first.id}/pass`)).status).toBe(200);
    expect((await see(ben)).tickets[0]).toMatchObject({ before: 0 });
    expect((await ana.post(`/api/tickets/${first.id}/leave`)).status).toBe(200);
    expect((await ana.post(`/api/tickets/${first.id}/leave`)).status).toBe(409);
  });

  it('is shown on a card that follows it to its end', async () => {
    const [ana, ben, staff] = [
      await app.person(1, { language: 'id' }),
      await app.person(2),
      await app.staff(9, 'cafe', true),
    ];
    await take(ben);
    const ticket = await take(ana);
    const { body } = await ana.post<{ card: string }>(`/api/tickets/${ticket.id}/card`);
    expect((await ana.post(`/api/tickets/${ticket.id}/card`)).body).toEqual(body);
    const words = () => app.api.cards.get(body.card)?.words;
    expect(words()).toMatchObject({
      live: 1,
      share: 0,
      facts: [{ label: 'Nomor Anda', value: 'K-2' }, { value: 'belum ada' }],
    });
    const { body: first } = await step(staff, 'next', null);
    await app.settle();
    expect(words()).toMatchObject({ share: 0.5, facts: [{}, { value: 'K-1' }] });
    await step(staff, 'next', first.current?.id ?? '');
    await step(staff, 'skip', ticket.id);
    await app.settle();
    expect(words()).toMatchObject({ mark: { label: 'Terlewat', tone: 'warn' } });
    expect(words()?.live).toBeUndefined();
    // Somebody else sees the ticket, but cannot touch it.
    expect((await see(ben, ticket.id)).shown).toMatchObject({ label: 'K-2', isOwn: false });
  });

  it('keeps what the messenger could not be told, and says only the newest', async () => {
    const [ana, staff] = [await app.person(1), await app.staff(9, 'cafe', true)];
    const ticket = await take(ana);
    const { body } = await ana.post<{ card: string }>(`/api/tickets/${ticket.id}/card`);
    app.api.failWith(0);
    await step(staff, 'next', null);
    await app.settle();
    await step(staff, 'next', ticket.id);
    await app.settle();
    expect(app.api.messages).toEqual([]);
    app.api.failWith(undefined);
    app.clock.now += 600_000;
    await app.settle();
    expect(app.api.messages).toHaveLength(1);
    expect(app.api.cards.get(body.card)).toMatchObject({ words: { mark: { label: 'Finished' } } });
    expect(app.tools.outbox.size()).toBe(0);
    // What it refuses for good is not said again: nobody allowed messages.
    await take(ana);
    app.api.failWith(403);
    await step(staff, 'next', null);
    await app.settle();
    expect(app.tools.outbox.size()).toBe(0);
  });
});

describe('a counter', () => {
  it('is for its staff, and two who press at once skip nobody', async () => {
    const [ana, staff] = [await app.person(1), await app.staff(9, 'cafe', true)];
    await take(ana);
    await take(await app.person(2));
    expect((await step(ana, 'next', null)).status).toBe(403);
    expect((await step(staff, 'next', null, 'clinic')).status).toBe(403);
    const answers = await Promise.all([step(staff, 'next', null), step(staff, 'next', null)]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect((await staff.get<CounterView>('/api/staff/cafe')).body.waiting).toHaveLength(1);
    expect((await step(staff, 'skip', null)).status).toBe(409);
  });

  it('closes: who waits stays, nobody new comes', async () => {
    const [ana, ben, staff] = [await app.person(1), await app.person(2), await app.staff(9, 'cafe', true)];
    await take(ana);
    await step(staff, 'close', null);
    expect((await ben.post('/api/tickets', { place: 'cafe' })).status).toBe(410);
    expect((await see(ana)).tickets).toHaveLength(1);
    await step(staff, 'open', null);
    expect((await ben.post('/api/tickets', { place: 'cafe' })).status).toBe(200);
  });

  it('takes no guesses at its code beyond five', async () => {
    const ana = await app.person(1);
    const guess = (code: string) => ana.post('/api/staff', { place: 'cafe', code });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (let count = 0; count < 5; count += 1) expect((await guess('WRONGCODE1')).status).toBe(403);
    expect((await guess(app.codes['cafe'] ?? '')).status).toBe(429);
    app.clock.now += 16 * 60_000;
    expect((await guess(app.codes['cafe'] ?? '')).status).toBe(200);
  });
});

describe('the door', () => {
  it.each([
    ['POST', '/api/tickets', {}],
    ['POST', '/api/tickets', { place: 'elsewhere' }],
    ['POST', '/api/tickets', { place: 'cafe', more: 1 }],
    ['POST', '/api/tickets', [1]],
    ['POST', '/api/tickets/short/leave', {}],
    ['POST', '/api/tickets/short/pass', {}],
    ['POST', '/api/tickets/short/card', {}],
    ['POST', '/api/staff', { place: 'cafe' }],
    ['POST', '/api/staff', { place: 'cafe', code: 'x' }],
    ['POST', '/api/staff/cafe', { step: 'all', current: null }],
    ['POST', '/api/staff/cafe', { step: 'next' }],
    ['GET', '/api/queue?v=-1', undefined],
    ['GET', '/api/queue?ticket=no', undefined],
    ['GET', '/api/queue?other=1', undefined],
    ['GET', '/api/staff/nowhere', undefined],
  ] as const)('refuses %s %s %j', async (method, path, body) => {
    const ana = await app.person(1);
    const answer = await (method === 'GET' ? ana.get(path) : ana.post(path, body));
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD' } });
  });

  it('lets nobody in without init data that the messenger confirms', async () => {
    const open = (headers: Record<string, string>) =>
      app.server.inject({ method: 'POST', url: '/api/session', headers, payload: { lang: 'en' } });
    expect((await open({})).statusCode).toBe(401);
    expect((await open({ 'x-launch-data': 'forged' })).statusCode).toBe(401);
    app.api.failWith(0);
    expect((await open({ 'x-launch-data': '{"person":1}' })).statusCode).toBe(503);
    const bare = await app.server.inject({ url: '/api/queue' });
    expect(bare.statusCode).toBe(401);
    expect(bare.headers['content-type']).toContain('application/problem+json');
  });

  it('ends a visit after an hour, and serves its pages to everybody', async () => {
    const ana = await app.person(1);
    app.clock.now += 3_600_001;
    expect((await ana.get('/api/queue')).status).toBe(401);
    expect((await app.server.inject({ url: '/' })).body).toContain('page');
  });
});

describe('estimateWait', () => {
  it('counts the middle of the last services for each who is before', () => {
    const took = (ms: number) => ({ from: 0, to: ms });
    expect(estimateWait([], 2)).toBe(2 * serviceMs.usual);
    expect(estimateWait([took(60_000), took(9e9), took(120_000)], 3)).toBe(360_000);
    expect(estimateWait([took(1)], 1)).toBe(serviceMs.least);
    expect(estimateWait([took(60_000)], -1)).toBe(0);
  });
});
