import type { InLanguages } from '#miniapps/kit/server/appLanguages.ts';

/** A counter of the invented town. */
export interface QueuePlace {
  readonly id: string;
  readonly prefix: string;
  readonly name: InLanguages<string>;
}

export const queuePlaces: readonly QueuePlace[] = [
  {
    id: 'cafe',
    prefix: 'K',
    name: {
      en: 'Kedai Sore · counter',
      id: 'Kedai Sore · kasir',
      ja: 'クダイ・ソレ・レジ',
      ko: '크다이 소레 · 계산대',
      'zh-TW': 'Kedai Sore・櫃台',
    },
  },
  {
    id: 'clinic',
    prefix: 'A',
    name: {
      en: 'Melati Dental Clinic · counter 2',
      id: 'Klinik Gigi Melati · loket 2',
      ja: 'ムラティ歯科・窓口2',
      ko: '믈라티 치과 · 2번 창구',
      'zh-TW': '茉莉牙醫・2 號櫃台',
    },
  },
];
