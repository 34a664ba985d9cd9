import type { DealsView, ProductView } from '#miniapps/deals/server/dealsShapes.ts';
import type { GiftsView, GiftView } from '#miniapps/gift/server/giftShapes.ts';
import type { CounterView, PlaceView, QueueView, TicketView } from '#miniapps/queue/server/queueShapes.ts';

/*
 * What the servers of our own mini-apps say, for previews of their pages.
 */

export const sampleNow = Date.UTC(2026, 10, 22, 12);
const dayMs = 24 * 3_600_000;

export const samplePlace = (more: Partial<PlaceView> = {}): PlaceView => ({
  id: 'clinic',
  name: 'Melati Dental Clinic · counter 2',
  isOpen: true,
  waiting: 4,
  wait: 24 * 60_000,
  serving: 'A-44',
  ...more,
});

export const sampleTicket = (more: Partial<TicketView> = {}): TicketView => ({
  id: 'ticket-of-dewi-1',
  place: samplePlace(),
  label: 'A-47',
  state: 'waiting',
  isOwn: true,
  before: 2,
  first: 7,
  wait: 18 * 60_000,
  line: ['A-44', 'A-45', 'A-46', 'A-47'],
  ...more,
});

export const sampleQueue = (more: Partial<QueueView> = {}): QueueView => ({
  v: 1,
  places: [
    samplePlace({ id: 'cafe', name: 'Kedai Sore · counter', waiting: 0, wait: 0, serving: null }),
    samplePlace(),
    samplePlace({ id: 'bank', name: 'A counter with a very long name that has to be broken somewhere', isOpen: false }),
  ],
  tickets: [],
  shown: null,
  staff: [],
  ...more,
});

export const sampleCounter = (more: Partial<CounterView> = {}): CounterView => ({
  v: 1,
  now: sampleNow,
  place: samplePlace(),
  current: { id: 'current', label: 'A-44' },
  waiting: ['A-45', 'A-46', 'A-47'].map((label, index) => ({ id: label, label, since: sampleNow - index * 300_000 })),
  ...more,
});

const prices = [1_580_000, 1_490_000, 1_550_000, 1_420_000, 1_440_000, 1_380_000, 1_410_000, 1_330_000, 1_240_000];
export const sampleProduct = (more: Partial<ProductView> = {}): ProductView => ({
  id: 'lumo-35',
  name: 'Lumo 35 pocket camera, used',
  shop: 'Film Pelan',
  price: 1_240_000,
  lowest: 1_240_000,
  usual: 1_580_000,
  isLowest: true,
  isFollowed: false,
  history: prices.map((price, index) => ({ at: sampleNow - (90 - index * 10) * dayMs, price })),
  coupon: { id: 'c', words: 'Rp 50.000 off', until: sampleNow + 8 * dayMs, left: 12, code: null },
  ...more,
});

export const sampleDeals = (more: Partial<DealsView> = {}): DealsView => ({
  now: sampleNow,
  products: [
    sampleProduct(),
    sampleProduct({
      id: 'beans',
      name: 'Dieng coffee beans, 500 g',
      isLowest: false,
      isFollowed: true,
      price: 128_000,
    }),
  ],
  isStaff: false,
  ...more,
});

const coffee = { id: 'coffee', name: 'Afternoon coffee', shop: 'Kedai Sore', points: 75 };
export const sampleGift = (more: Partial<GiftView> = {}): GiftView => ({
  id: 'gift-1',
  item: coffee,
  to: 'Sari',
  from: 'Dewi Larasati',
  note: 'Happy birthday! This afternoon’s coffee is on me.',
  state: 'made',
  until: sampleNow + 90 * dayMs,
  mine: 'giver',
  code: null,
  ...more,
});

export const sampleGifts = (more: Partial<GiftsView> = {}): GiftsView => ({
  points: 425,
  items: [coffee, { id: 'film', name: 'A roll of film', shop: 'Film Pelan', points: 480 }],
  given: [sampleGift(), sampleGift({ id: 'gift-2', state: 'redeemed', to: null })],
  got: [sampleGift({ id: 'gift-3', mine: 'opener', state: 'opened', from: null })],
  moves: [
    { at: 2, points: -75, why: 'give' },
    { at: 1, points: 500, why: 'welcome' },
  ],
  isStaff: false,
  ...more,
});
