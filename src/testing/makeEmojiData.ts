import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { emojiTones, withTone } from '#domain/withTone.ts';

/*
 * Makes the files in client/parts/emoji/data anew, for a new version of Unicode: `node src/testing/makeEmojiData.ts FOLDER`, where FOLDER/node_modules has `emojibase-data@17.0.0` (MIT),
 * `cldr-annotations-full@48.2.0` and `cldr-annotations-derived-full@48.2.0` (Unicode-3.0). They are 200 MB, which is why the app does not depend on them. Indonesian is missing in the first.
 */
interface Source {
  emoji: string;
  label: string;
  tags?: string[];
  group?: number;
  subgroup?: number;
  order: number;
  version: number;
  skins?: { emoji: string; tone: number | number[] }[];
}
type Annotations = Record<string, { default?: string[]; tts?: string[] }>;

const folder = process.argv[2];
if (folder === undefined) throw new Error('name the folder with the packages');
const target = new URL('../client/parts/emoji/data/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(`${folder}/node_modules/${path}`, 'utf8'));
const readSource = (locale: string): Source[] => read(`emojibase-data/${locale}/data.json`) as Source[];

/** The group of bare skin tones and hair, which nobody sends. */
const PARTS = 2;
const COUNTRIES = 98;
/** The form that counts as an emoji without a doubt, so that the same one is the same text everywhere. */
const toText = (emoji: string): string => {
  const bare = emoji.replaceAll('\ufe0f', '');
  return [bare, emoji, `${bare}\ufe0f`].find((form) => /^\p{RGI_Emoji}$/v.test(form)) ?? emoji;
};

const sources = readSource('en')
  .filter(({ group }) => group !== undefined && group !== PARTS)
  .toSorted((a, b) => a.order - b.order);
const list = sources.map((source) => {
  const text = toText(source.emoji);
  const hasTones = source.skins !== undefined;
  for (const [step, tone] of emojiTones.slice(1).entries()) {
    const wanted = source.skins?.find((skin) => skin.tone === step + 1)?.emoji;
    if (hasTones && withTone(text, tone) !== (wanted ?? '').replaceAll(/(?<=\p{Emoji_Modifier})\ufe0f/gu, ''))
      throw new Error(`${text} in ${tone} is ${wanted}`);
  }
  const group = (source.group ?? 0) > PARTS ? (source.group ?? 0) - 1 : (source.group ?? 0);
  return [text, group, source.version, (hasTones ? 1 : 0) + (source.subgroup === COUNTRIES ? 2 : 0)] as const;
});

/** `label|word|word`, in the order of the list. */
const toWords = (label: string, tags: readonly string[]): string =>
  [label, ...new Set(tags.filter((tag) => tag !== label))].join('|');

function emojibaseWords(locale: string): string[] {
  const byText = new Map(readSource(locale).map((each) => [each.emoji, each]));
  return sources.map(({ emoji }) => {
    const { label, tags = [] } = byText.get(emoji) as Source;
    return toWords(label, tags);
  });
}

function cldrWords(locale: string): string[] {
  const own = read(`cldr-annotations-full/annotations/${locale}/annotations.json`) as {
    annotations: { annotations: Annotations };
  };
  const derived = read(`cldr-annotations-derived-full/annotationsDerived/${locale}/annotations.json`) as {
    annotationsDerived: { annotations: Annotations };
  };
  const all: Annotations = { ...derived.annotationsDerived.annotations, ...own.annotations.annotations };
  return sources.map(({ emoji, label }) => {
    const found = all[emoji] ?? all[emoji.replaceAll('\ufe0f', '')];
    // CLDR names the signs on keys by a pattern only.
    if (!found && label.startsWith('keycap: ')) return toWords(label.replace('keycap', 'tuts'), ['tuts']);
    if (!found?.tts?.[0]) throw new Error(`${emoji} (${label}) has no name in ${locale}`);
    return toWords(found.tts[0], found.default ?? []);
  });
}

const save = (name: string, lines: readonly unknown[]): void =>
  writeFileSync(new URL(name, target), `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`);

mkdirSync(target, { recursive: true });
save('emojiList.json', list);
for (const [language, locale] of [
  ['en', 'en'],
  ['ja', 'ja'],
  ['ko', 'ko'],
  ['zh-TW', 'zh-hant'],
] as const)
  save(`words.${language}.json`, emojibaseWords(locale));
save('words.id.json', cldrWords('id'));
