import type { AppLanguage } from '#protocol/entities/appStates.ts';

/** The language to speak to whoever sent this `Accept-Language`: the one he likes best of ours, or English. Chinese of any kind is better than none. */
export function readLanguage(accepted: string | undefined): AppLanguage {
  const wishes = (accepted ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((found) => found !== undefined);
      return { language: languages[tag.split('-')[0] ?? ''], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return wishes[0]?.language ?? 'en';
}

// `in` is the old code of Indonesian, which some devices still send.
const languages: Readonly<Record<string, AppLanguage>> = {
  en: 'en',
  id: 'id',
  in: 'id',
  ja: 'ja',
  ko: 'ko',
  zh: 'zh-TW',
};
