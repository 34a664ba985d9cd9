import { toAppId, toUserId } from '#protocol/casts.ts';
import { appState, versionState } from '#protocol/entities/appStates.ts';
import type { AppCard, AppManifest, AppVersion, MadeApp } from '#protocol/entities/miniApps.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { sampleNow } from './samplePeople.ts';

const day = 24 * 3_600_000;
const bundle = '3f0c8a52-6a0b-4a63-9c6e-2d0c7d1a9b11';

/** A queue at a café, from uploaded files, that may send messages. */
export const sampleManifest: AppManifest = {
  names: { en: 'Antre Dulu', id: 'Antre Dulu', ja: '順番どうぞ', ko: '줄서기', 'zh-TW': '先排隊' },
  about: { en: 'A number for the queue, without standing in it', id: 'Nomor antrean tanpa berdiri' },
  category: 'around',
  view: 'tall',
  scopes: [
    {
      scope: 'write',
      reason: { en: 'To tell you when it is your turn', id: 'Memberi tahu saat giliranmu tiba' },
    },
  ],
  connect: [],
  links: ['maps.example'],
  source: { kind: 'bundle', bundle, entry: 'index.html' },
};

/** Its next version: more scopes, more hosts, and pages of a server. */
export const widerManifest: AppManifest = {
  ...sampleManifest,
  about: { en: 'Queue tickets for cafés and pharmacies near you' },
  scopes: [
    { scope: 'write', reason: { en: 'To tell you when it is your turn, and about offers' } },
    { scope: 'location', reason: { en: 'To find the nearest café' } },
    { scope: 'camera', reason: { en: 'To read the code at the counter' } },
  ],
  connect: ['api.antre.example', '*.tiles.example'],
  links: ['maps.example', 'antre.example'],
  source: { kind: 'upstream', url: 'https://antre.example/kabar/' },
};

/** A version of the queue. */
export function sampleVersion(n: number, st: number, more: Partial<AppVersion> = {}): AppVersion {
  return {
    n,
    st,
    manifest: sampleManifest,
    created: sampleNow - (10 - n) * day,
    preview: `antre-dulu--${n}-k3v9.localhost:8787`,
    ...(st === versionState.approved || st === versionState.declined ? { decided: sampleNow - (9 - n) * day } : {}),
    ...more,
  };
}

/** The queue as its maker has it: one version live, an older one to go back to, nothing new. */
export const sampleMadeApp: MadeApp = {
  id: toAppId('antre-dulu'),
  bot: 7_100_000_001,
  st: appState.live,
  live: 2,
  created: sampleNow - 40 * day,
  people: 1_284,
  testers: [
    { id: toUserId(1_004), handle: 'haneul', name: '윤하늘' },
    { id: toUserId(1_005), handle: 'bram', name: 'Bram Rahardjo' },
  ],
  versions: [sampleVersion(1, versionState.approved), sampleVersion(2, versionState.approved)],
};

/** The same app in the other moments of its life. */
export const sampleMade = {
  fresh: {
    ...sampleMadeApp,
    id: toAppId('kapan-bisa'),
    st: appState.draft,
    live: undefined,
    people: 0,
    testers: [],
    versions: [],
  },
  drafted: { ...sampleMadeApp, versions: [...sampleMadeApp.versions, sampleVersion(3, versionState.draft)] },
  waiting: {
    ...sampleMadeApp,
    versions: [...sampleMadeApp.versions, sampleVersion(3, versionState.review, { manifest: widerManifest })],
  },
  declined: {
    ...sampleMadeApp,
    id: toAppId('peta-jajan'),
    st: appState.draft,
    live: undefined,
    people: 0,
    versions: [
      sampleVersion(1, versionState.declined, {
        manifest: { ...widerManifest, names: { en: 'Peta Jajan' } },
        note: 'The reason for the camera does not say what happens to the picture. Please add it.',
      }),
    ],
  },
  closed: {
    ...sampleMadeApp,
    id: toAppId('kado-bareng'),
    st: appState.closed,
    note: 'Two people lost money through a page that looked like their bank.',
  },
  removed: { ...sampleMadeApp, id: toAppId('lama-sekali'), st: appState.removed, versions: [] },
} satisfies Record<string, MadeApp>;

/** The queue as people see it. */
export const sampleAppCard: AppCard = {
  id: sampleMadeApp.id,
  names: sampleManifest.names,
  about: sampleManifest.about,
  category: sampleManifest.category,
  by: 'Bram Rahardjo',
  host: 'antre-dulu.localhost:8787',
  people: 1_284,
  st: appState.live,
};

/** What waits for an administrator. */
export const sampleReviews: RequestOutput<'review.list'> = {
  waiting: [
    {
      app: sampleAppCard,
      version: sampleVersion(3, versionState.review, { manifest: { ...widerManifest, connect: ['*'] } }),
      live: sampleManifest,
    },
    {
      app: {
        ...sampleAppCard,
        id: toAppId('omok'),
        names: { en: 'Omok', ko: '오목 한 판' },
        about: { en: 'Five in a row, in the chat' },
        category: 'games',
        by: '윤하늘',
        host: 'omok.localhost:8787',
        people: 0,
        st: appState.draft,
      },
      version: sampleVersion(1, versionState.review, {
        manifest: { ...sampleManifest, names: { en: 'Omok', ko: '오목 한 판' }, scopes: [], links: [] },
        preview: 'omok--1-q8f2.localhost:8787',
      }),
    },
  ],
  reports: [
    {
      app: { ...sampleAppCard, id: toAppId('kado-bareng'), names: { en: 'Kado Bareng' } },
      reports: [
        { id: '1', at: sampleNow - day, reason: 'deceives', note: 'It asked for the PIN of my bank card.' },
        { id: '2', at: sampleNow - 2 * day, reason: 'broken' },
      ],
    },
  ],
  closed: [
    {
      app: { ...sampleAppCard, id: toAppId('undian'), names: { en: 'Undian Besar' }, st: appState.closed },
      note: 'A lottery without a licence.',
    },
  ],
};
