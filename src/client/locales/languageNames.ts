/** Languages of the product by BCP 47 tag, each named in itself: who cannot read the page still finds their own. */
export const languageNames = [
  { tag: 'en', name: 'English' },
  { tag: 'id', name: 'Bahasa Indonesia' },
  { tag: 'ja', name: '日本語' },
  { tag: 'ko', name: '한국어' },
  { tag: 'zh-TW', name: '繁體中文' },
] as const;

export type LanguageTag = (typeof languageNames)[number]['tag'];
