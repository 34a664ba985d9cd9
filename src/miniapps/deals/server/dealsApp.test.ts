import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startMiniApp, type AppPerson, type MiniAppUnderTest } from '#testing/miniApps/startMiniApp.ts';
import { dealsApp } from './dealsApp.ts';
import type { DealsView, ProductView } from './dealsShapes.ts';
import { comparedMs, pointsSince, priceFacts } from './priceFacts.ts';

let app: MiniAppUnderTest;
beforeEach(async () => void (app = await startMiniApp(dealsApp)));
afterEach(() => app.close());

const product = async (person: AppPerson, id = 'lumo-35') => {
  const { body } = await person.get<DealsView>('/api/deals');
  return body.products.find((each) => each.id === id) as ProductView;
};
const follow = (person: AppPerson, on = true) => person.post('/api/products/lumo-35/follow', { on });
const price = (staff: AppPerson, amount: number) =>
  staff.post<ProductView>('/api/products/lumo-35/price', { price: amount });

describe('a price', () => {
  it('has a history of at least 90 days', async () => {
    const { history, lowest, usual, price: now } = await product(await app.person(1));
    expect(history.length).toBeGreaterThan(10);
    expect(lowest).toBeLessThanOrEqual(now);
    expect(usual).toBeGreaterThan(lowest);
  });

  it('that is the lowest in 90 days is told to who follows, in his language, once', async () => {
    const [ana, ben, staff] = [
      await app.person(1, { language: 'ko' }),
      await app.person(2),
      await app.staff(9, 'shop'),
    ];
    await follow(ana);
    await follow(ana);
    await follow(ben);
    await follow(ben, false);
    const { lowest } = await product(ana);
    await price(staff, lowest + 1);
    await app.settle();
    expect(app.api.messages).toEqual([]);
    expect((await price(staff, lowest - 1_000)).body).toMatchObject({ isLowest: true, price: lowest - 1_000 });
    await price(staff, lowest - 1_000);
    await app.settle();
    expect(app.api.messages).toMatchObject([{ person: 1, text: expect.stringContaining('90일 최저가') }]);
  });

  it('is set by staff alone', async () => {
    expect((await price(await app.person(1), 5)).status).toBe(403);
  });
});

describe('a coupon', () => {
  const claim = (person: AppPerson, id = 'lumo-35-coupon') => person.post<{ code: string }>(`/api/coupons/${id}`);

  it('is claimed once by each, and no more often than there are', async () => {
    app.tools.db.run('UPDATE coupons SET stock = 2');
    const people = await Promise.all([1, 2, 3].map((id) => app.person(id)));
    const answers = await Promise.all([...people, ...people].map((one) => claim(one)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ status }) => status))).toEqual(new Set([409]));
    expect(app.tools.db.get('SELECT claimed FROM coupons WHERE product = ?', 'lumo-35')).toEqual({ claimed: 2 });
  });

  it('ends at its date; who has it keeps it', async () => {
    const [ana, ben] = [await app.person(1), await app.person(2)];
    expect((await claim(ana)).body).toEqual({ code: 'PELAN-50K' });
    expect((await product(ana)).coupon?.code).toBe('PELAN-50K');
    expect((await product(ben)).coupon?.code).toBeNull();
    app.clock.now += 31 * 24 * 3_600_000;
    const late = await app.person(2);
    expect((await claim(late)).status).toBe(410);
    expect((await claim(await app.person(1))).status).toBe(200);
    expect((await claim(late, 'no-such')).status).toBe(404);
  });
});

describe('a card', () => {
  it('has a chart, the code of who shares it, and follows the price', async () => {
    const [ana, staff] = [await app.person(1), await app.staff(9, 'shop')];
    await ana.post('/api/coupons/lumo-35-coupon');
    const { body } = await ana.post<{ card: string }>('/api/products/lumo-35/card');
    const words = () => app.api.cards.get(body.card)?.words;
    expect(words()).toMatchObject({ code: { value: 'PELAN-50K' }, line: { from: '90 days ago' } });
    await price(staff, 999_000);
    await app.settle();
    expect(words()).toMatchObject({ facts: [{ value: 'Rp 999,000' }, {}], mark: { tone: 'good' } });
    expect(words()?.line?.values.at(-1)).toBe(999_000);
    const other = await (await app.person(2)).post<{ card: string }>('/api/products/lumo-35/card');
    expect(app.api.cards.get(other.body.card)?.words.code).toBeUndefined();
  });

  it('is made anew when the messenger has forgotten it, and not at all while it is away', async () => {
    const ana = await app.person(1);
    await ana.post('/api/products/lumo-35/card');
    app.api.cards.clear();
    expect((await ana.post('/api/products/lumo-35/card')).status).toBe(200);
    app.api.failWith(503);
    expect((await ana.post('/api/products/lumo-35/card')).status).toBe(503);
  });
});

describe('the door', () => {
  it.each([
    ['/api/products/none/follow', { on: true }],
    ['/api/products/lumo-35/follow', { on: 'yes' }],
    ['/api/products/lumo-35/follow', {}],
    ['/api/products/none/card', {}],
    ['/api/coupons/a%20b', {}],
    ['/api/coupons/lumo-35-coupon', { more: 1 }],
    ['/api/staff', { code: 1 }],
    ['/api/products/lumo-35/price', { price: 0 }],
    ['/api/products/lumo-35/price', { price: 1.5 }],
    ['/api/products/lumo-35/price', { price: '5' }],
  ])('refuses %s %j', async (path, body) => {
    expect(await (await app.person(1)).post(path, body)).toMatchObject({ status: 400, body: { code: 'BAD' } });
  });
  it('refuses a question with something in it that it does not know', async () => {
    expect((await (await app.person(1)).get('/api/deals?x=1')).status).toBe(400);
  });
});

describe('priceFacts', () => {
  const points = fc
    .array(
      fc.record({ gap: fc.integer({ min: 1, max: 40 * 24 * 3_600_000 }), price: fc.integer({ min: 1, max: 99 }) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    .map((list) => {
      let at = 0;
      return list.map(({ gap, price: amount }) => ({ at: (at += gap), price: amount }));
    });

  it('calls a price the lowest exactly when no other that held within 90 days was as low', () => {
    fc.assert(
      fc.property(points, (history) => {
        const now = history.at(-1)?.at ?? 0;
        const held = history.slice(0, -1).filter((_, index) => (history[index + 1]?.at ?? 0) > now - comparedMs);
        const last = history.at(-1)?.price ?? 0;
        const { isLowest, lowest, price: current } = priceFacts(history, now);
        expect(current).toBe(last);
        expect(isLowest).toBe(held.length > 0 && held.every((point) => point.price > last));
        expect(lowest).toBe(Math.min(last, ...held.map((point) => point.price)));
      }),
    );
  });

  it('cuts a price that held before off at the edge', () => {
    expect(
      pointsSince(
        [
          { at: 1, price: 5 },
          { at: 9, price: 6 },
        ],
        4,
      ),
    ).toEqual([
      { at: 4, price: 5 },
      { at: 9, price: 6 },
    ]);
  });
});
