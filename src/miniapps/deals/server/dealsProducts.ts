import type { InLanguages } from '#miniapps/kit/server/appLanguages.ts';

/** A thing of the invented town's shops. `price`: around which it has moved, rupiah. */
export interface DealsProduct {
  readonly id: string;
  readonly shop: string;
  readonly name: InLanguages<string>;
  readonly price: number;
  readonly coupon?: { readonly code: string; readonly off: number; readonly stock: number; readonly days: number };
}

export const dealsProducts: readonly DealsProduct[] = [
  {
    id: 'lumo-35',
    shop: 'Film Pelan',
    name: {
      en: 'Lumo 35 pocket camera, used',
      id: 'Kamera saku Lumo 35, bekas',
      ja: 'コンパクトカメラ Lumo 35（中古）',
      ko: 'Lumo 35 콤팩트 카메라, 중고',
      'zh-TW': 'Lumo 35 隨身相機（二手）',
    },
    price: 1_580_000,
    coupon: { code: 'PELAN-50K', off: 50_000, stock: 40, days: 30 },
  },
  {
    id: 'beans-dieng',
    shop: 'Kedai Sore',
    name: {
      en: 'Dieng coffee beans, 500 g',
      id: 'Biji kopi Dieng, 500 g',
      ja: 'ディエン産コーヒー豆 500g',
      ko: '디엥 원두 500g',
      'zh-TW': '迪恩咖啡豆 500 克',
    },
    price: 128_000,
    coupon: { code: 'SORE-10K', off: 10_000, stock: 200, days: 21 },
  },
  {
    id: 'lamp-kertas',
    shop: 'Rumah Kertas',
    name: {
      en: 'Paper reading lamp',
      id: 'Lampu baca kertas',
      ja: '和紙の読書灯',
      ko: '종이 독서등',
      'zh-TW': '紙燈閱讀燈',
    },
    price: 245_000,
  },
];
