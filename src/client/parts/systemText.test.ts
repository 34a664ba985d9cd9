import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '#client/locales/en/chat.json';
import id from '#client/locales/id/chat.json';
import ja from '#client/locales/ja/chat.json';
import ko from '#client/locales/ko/chat.json';
import zhTW from '#client/locales/zh-TW/chat.json';
import enSystem from '#client/locales/en/system.json';
import idSystem from '#client/locales/id/system.json';
import jaSystem from '#client/locales/ja/system.json';
import koSystem from '#client/locales/ko/system.json';
import zhTWSystem from '#client/locales/zh-TW/system.json';
import { systemText, type Translate } from './systemText.ts';

const texts = {
  en: { ...en, ...enSystem },
  id: { ...id, ...idSystem },
  ja: { ...ja, ...jaSystem },
  ko: { ...ko, ...koSystem },
  'zh-TW': { ...zhTW, ...zhTWSystem },
};
const group = { en: /group/i, id: /grup/i, ja: /グループ/, ko: /그룹/, 'zh-TW': /群組/ } as const;
type Language = keyof typeof texts;

/** Everything that can happen to a chat, once done by me and once by somebody else. */
const bodies = [
  'created',
  'joined',
  'added',
  'left',
  'removed',
  'renamed',
  'picture',
  'owner',
  'about',
  'pinned',
  'new',
].map((ev) => ({ ev, who: [3], title: 'Film Pelan' }));
const undone = [
  { ev: 'undone', act: 'rename' },
  { ev: 'undone', act: 'remove', who: [3] },
];

async function linesOf(language: Language, isPlace: boolean): Promise<string[]> {
  const i18n = i18next.createInstance();
  await i18n.init({
    lng: language,
    resources: { [language]: { translation: texts[language] } },
    interpolation: { escapeValue: false },
  });
  const t = i18n.t as unknown as Translate;
  return [...bodies, ...undone].flatMap((body) =>
    [1, 2].map((by) => systemText(t, { body: { ...body, by }, me: 1, nameOf: (mid) => `N${mid}`, language, isPlace })),
  );
}

describe.each(Object.keys(texts) as Language[])('lines about what happened to a chat, %s', (language) => {
  it('call a community by its own word, and a group by its', async () => {
    const [place, other] = [await linesOf(language, true), await linesOf(language, false)];
    for (const line of place) expect(line).not.toMatch(group[language]);
    expect(other.some((line) => group[language].test(line))).toBe(true);
    for (const line of [...place, ...other]) expect(line).not.toMatch(/\{\{|system\./);
  });
});
