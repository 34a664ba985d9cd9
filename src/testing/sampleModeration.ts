import type { AuditEntry, Held, ModerationConfig, ReportCase } from '#protocol/entities/moderation.ts';
import { toCid, toMemberId } from '#protocol/casts.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { sampleNow } from './samplePeople.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const people: Record<number, string> = {
  1_001: 'フィルム便り',
  1_004: 'cepat_untung',
  1_006: 'Gulungan Gosong',
  1_008: 'Dewi Larasati',
};

/** Names of the previews of moderation. */
export const sampleNames = {
  nameOf: (mid: number): string => people[mid] ?? 'Someone',
  faceOf: (mid: number): string => String(mid),
};
export const sampleRules: ModerationConfig = {
  phrases: [
    { x: 'wa.me/', m: 'contains', do: 'block' },
    { x: 'jual akun', m: 'word', do: 'hide' },
    { x: '가입 링크', m: 'contains', do: 'hide' },
    { x: '代購 私訊', m: 'contains', do: 'flag' },
    { x: 'gg', m: 'only', do: 'mute' },
  ],
  allow: ['副業の写真展'],
  links: 'flag',
  flood: { n: 8, s: 10, same: 4, do: 'hide' },
};
export const sampleTrial: RequestOutput<'moderation.try'> = {
  scanned: 4_120,
  caught: 14,
  regulars: 2,
  rules: [['p:x', 14]],
  days: [3, 8, 15, 16, 22, 27].map((ago, index) => [
    new Date(sampleNow - ago * day).toISOString().slice(0, 10),
    index + 1,
  ]),
  rows: [
    {
      s: 9,
      u: toMemberId(1_001),
      x: 'カンタン副業のつもりが暗室に10時間いた',
      at: sampleNow - 3 * day,
      why: [{ r: 'phrase', x: 'ｶﾝﾀﾝ副業' }],
      spans: [[0, 6]],
      joined: sampleNow - 1_000 * day,
      regular: 1,
    },
    {
      s: 8,
      u: toMemberId(1_004),
      x: '【かんたん副業】月30万、今すぐ',
      at: sampleNow - 4 * day,
      why: [{ r: 'phrase', x: 'ｶﾝﾀﾝ副業' }],
      spans: [[1, 6]],
      joined: sampleNow - 6 * day,
    },
  ],
};
const held = (n: number, more: Partial<Held> = {}): Held => ({
  u: toMemberId(1_004),
  i: toCid(`00000000-0000-4000-8000-00000000000${n}`),
  x: 'Cheap lenses, all brands!! DM for price, today only',
  why: [{ r: 'phrase', x: 'dm for price' }, { r: 'shouting' }],
  spans: [[27, 12]],
  at: sampleNow - 12 * minute,
  ...more,
});
export const sampleHeld: Held[] = [
  held(1),
  held(2, { s: 40, x: 'gg ez', why: [{ r: 'phrase', x: 'gg' }], spans: [[0, 2]] }),
];
export const sampleCase: ReportCase = {
  id: '00000000-0000-4000-8000-000000000011',
  u: toMemberId(1_006),
  s: 12,
  rows: [
    { s: 11, u: toMemberId(1_008), x: 'Roll 12 is back from the lab', at: sampleNow - 20 * minute },
    { s: 12, u: toMemberId(1_006), x: 'nobody asked, nobody cares', at: sampleNow - 19 * minute },
    { s: 13, u: toMemberId(1_001), x: 'いい写真ですよ', at: sampleNow - 18 * minute },
  ],
  count: 4,
  reasons: ['harassment'],
  notes: ['This is the third time today.'],
  at: sampleNow - 12 * minute,
};
const entry = (n: number, more: Partial<AuditEntry> & { what: string }): AuditEntry => ({
  id: `00000000-0000-4000-8000-00000000002${n}`,
  at: sampleNow - n * 20 * minute,
  by: toMemberId(1_008),
  who: toMemberId(1_006),
  ...more,
});
const { by: _by, ...byFilter } = entry(3, {
  what: 'mute',
  why: [{ r: 'phrase', x: 'wa.me/' }],
  until: sampleNow + 60 * minute,
  undo: 1,
});
export const sampleAudit: AuditEntry[] = [
  entry(1, { what: 'delete', x: 'nobody asked, nobody cares', s: 12 }),
  entry(2, { what: 'slowdown', undo: 1 }),
  byFilter,
  entry(4, { what: 'reject', x: 'カンタン副業のつもりが…', undo: 2 }),
  entry(5, { what: 'something of a later year' }),
  entry(6, { what: 'settings', fields: ['join', 'rules', 'hist', 'of a later year'] }),
];
