import type { EmojiData } from 'frimousse';
import { foldText } from '#domain/foldText.ts';
import { emojiTones, withTone } from '#domain/withTone.ts';
import { isDrawable } from './isDrawable.ts';

/** Emoji in the order of Unicode: `[text, group, version of Unicode, 1: comes in skin tones + 2: flag of a country]`. The files are made by `src/testing/makeEmojiData.ts`. */
type EmojiLine = readonly [string, number, number, number];

/** Names of the groups in the texts, by number. */
export const emojiGroups = [
  'feelings',
  'people',
  'nature',
  'food',
  'places',
  'activities',
  'things',
  'symbols',
  'flags',
] as const;
export type EmojiGroup = (typeof emojiGroups)[number];

/** `label|word|word` of each emoji, by language. */
const wordsIn: Record<string, () => Promise<{ default: string[] }>> = {
  en: () => import('./data/words.en.json'),
  id: () => import('./data/words.id.json'),
  ja: () => import('./data/words.ja.json'),
  ko: () => import('./data/words.ko.json'),
  'zh-TW': () => import('./data/words.zh-TW.json'),
};

const loaded = new Map<string, Promise<EmojiData>>();

/**
 * All emoji that this device can draw, with their words in a language; unknown languages get English. The files are the app's own. Rejects when they cannot be fetched; the next call tries again.
 * `groupName`: what a group is called in that language.
 */
export function loadEmoji(language: string, groupName: (group: EmojiGroup) => string): Promise<EmojiData> {
  const known = loaded.get(language);
  if (known) return known;
  const made = make(language, groupName);
  loaded.set(language, made);
  made.catch(() => loaded.delete(language));
  return made;
}

async function make(language: string, groupName: (group: EmojiGroup) => string): Promise<EmojiData> {
  const [list, words] = await Promise.all([
    import('./data/emojiList.json'),
    (wordsIn[language] ?? (wordsIn['en'] as (typeof wordsIn)['en'] & object))(),
  ]);
  const canDraw = isDrawable();
  const emojis: EmojiData['emojis'] = [];
  for (const [index, line] of (list.default as unknown as readonly EmojiLine[]).entries()) {
    const [emoji, category, version, traits] = line;
    const isFlag = (traits & 2) > 0;
    const [label = emoji, ...tags] = (words.default[index] ?? '').split('|');
    if (!canDraw(emoji, version, isFlag)) continue;
    const skins = (traits & 1) > 0 ? { skins: skinsOf(emoji) } : {};
    emojis.push({
      emoji,
      category,
      version,
      label,
      tags: withFolded(label, tags),
      ...skins,
      ...(isFlag ? { countryFlag: true as const } : {}),
    });
  }
  return {
    locale: language,
    emojis,
    categories: emojiGroups.map((group, index) => ({ index, label: groupName(group) })),
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
  };
}

/** A search compares letters as they are: what is written in another kind of kana or without accents is found by the folded words. */
function withFolded(label: string, tags: readonly string[]): string[] {
  const folded = [label, ...tags].map(foldText);
  return [...new Set([...tags, ...folded])].filter((tag) => tag !== label);
}

function skinsOf(emoji: string): NonNullable<EmojiData['emojis'][number]['skins']> {
  return Object.fromEntries(emojiTones.slice(1).map((tone) => [tone, withTone(emoji, tone)])) as ReturnType<
    typeof skinsOf
  >;
}
