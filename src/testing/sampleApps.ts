import { appState, type AppCategory } from '#protocol/entities/appStates.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { grantState } from '#protocol/entities/appScopes.ts';
import { toAppId } from '#protocol/casts.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import type { KeptApps } from '#client/context.ts';
import type { FakeAnswers } from './fakeServices.ts';
import { sampleNow } from './samplePeople.ts';

const app = (id: string, name: string, about: string, category: AppCategory, more: Partial<AppCard> = {}): AppCard => ({
  id: toAppId(id),
  names: { en: name },
  about: { en: about },
  category,
  by: 'Warung Kode',
  host: `${id}.apps.example`,
  people: 1_204,
  st: appState.live,
  ...more,
});

/** Mini-apps in five languages, as lists show them. */
export const sampleApps = [
  app('patungan', 'Patungan', 'Split a bill in the chat it came from', 'groups'),
  app('antre', 'Antre Dulu', 'Nomor antrean tanpa berdiri', 'around'),
  app('ochabin', 'おちゃ便', '近所のお茶を、今日の夕方に', 'shopping'),
  app('omok', '오목 한 판', '대화방에서 바로 두는 오목', 'games'),
  app('peta-jajan', 'Peta Jajan', 'Jajanan yang disukai temanmu', 'around'),
  app('gongbi', '共筆', '一起寫、一起改的便條紙', 'tools'),
  app('kapan-bisa', 'Kapan Bisa', 'One date that suits everybody', 'groups'),
  app('resep-ibu', 'Resep Ibu', 'Resep keluarga, tanpa iklan', 'tools'),
  app('bus', '等公車', '下一班還有幾分鐘', 'around'),
  app('arisan', 'Arisan Kita', 'Giliran, iuran, dan undian', 'groups'),
  app('noraebang', '노래 신청', '모임에서 같이 듣는 신청곡', 'games'),
  app('kado', 'Kado Bareng', 'One gift, many givers', 'shopping'),
] as const satisfies readonly AppCard[];

/** One whose maker writes a lot, one that has no picture of letters, and one that was closed. */
export const oddApps: readonly AppCard[] = [
  app(
    'long-name',
    'The Neighbourhood Laundry and Ironing Cooperative of Greater Yogyakarta',
    'Pick-up at your door before nine, back on the same evening, folded, and with the buttons that were missing',
    'around',
  ),
  app('emoji', '🍜 라멘', '', 'shopping'),
  app('closed-one', 'Lucky Wheel', 'Spin and win', 'games', { st: appState.closed }),
];

/** What the device kept yesterday. */
export const sampleKept: KeptApps = {
  at: sampleNow - 26 * 3_600_000,
  recent: sampleApps.slice(0, 4),
  mine: sampleApps.slice(0, 3),
  all: sampleApps.slice(2, 9),
};

const [patungan] = sampleApps;
const hour = 3_600_000;

/** What one app knows about the person in front of the screen. */
export const samplePassport: RequestOutput<'app.passport'> = {
  app: patungan,
  since: sampleNow - 34 * 24 * hour,
  asked: 3,
  yes: 2,
  keys: 4,
  ask: [
    { scope: 'profile', reason: { en: 'So that your friends see who paid' } },
    { scope: 'write', reason: { en: 'To remind you of what is still open' } },
    { scope: 'location', reason: { en: 'To find the place you ate at' } },
    { scope: 'camera', reason: { en: 'To read the bill' } },
    { scope: 'storage', reason: { en: 'To keep your open bills' } },
  ],
  grants: [
    { scope: 'profile', st: grantState.allowed, at: sampleNow - 34 * 24 * hour, used: sampleNow - 2 * hour },
    { scope: 'write', st: grantState.allowed, at: sampleNow - 9 * 24 * hour },
    { scope: 'location', st: grantState.denied, at: sampleNow - 8 * 24 * hour },
  ],
  log: [
    { at: sampleNow - 2 * hour, what: 'shared', n: 2 },
    { at: sampleNow - 2 * hour, what: 'profile' },
    { at: sampleNow - 3 * hour, what: 'opened' },
    { at: sampleNow - 8 * 24 * hour, what: 'denied', scope: 'location' },
    { at: sampleNow - 9 * 24 * hour, what: 'message' },
    { at: sampleNow - 34 * 24 * hour, what: 'allowed', scope: 'profile' },
  ],
};

/** A server that has all of them. */
export const sampleAppAnswers: FakeAnswers = {
  'app.recent': () => ({
    ok: true,
    data: { apps: sampleApps.slice(0, 9).map((card, index) => ({ app: card, at: sampleNow - index * hour })) },
  }),
  'app.get': ({ ids }) => ({ ok: true, data: { apps: sampleApps.filter(({ id }) => ids.includes(id)) } }),
  'app.list': ({ q = '', cat, after = 0 }) => {
    const found = sampleApps.filter(
      ({ names, category }) =>
        names.en.toLowerCase().includes(q.toLowerCase()) && (cat === undefined || cat === category),
    );
    return {
      ok: true,
      data: { apps: found.slice(after, after + 8), ...(found.length > after + 8 ? { more: 1 as const } : {}) },
    };
  },
  'app.passport': () => ({ ok: true, data: samplePassport }),
  'app.answer': ({ scope, allow }) => ({
    ok: true,
    data: { grant: { scope, st: allow ? grantState.allowed : grantState.denied, at: sampleNow } },
  }),
  'app.forget': () => ({ ok: true, data: {} }),
  'app.report': () => ({ ok: true, data: {} }),
};
