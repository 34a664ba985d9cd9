import type { CardBody, CardButton, CardWords } from '#protocol/entities/appCards.ts';
import { toAppId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { isAppId } from './appLinks.ts';
import { pictureOf } from './faceId.ts';
import { plainLine } from './readCardHead.ts';

const factsMax = 3;
const buttonsMax = 3;
const valuesMax = 90;
const urlMax = 1_000;
const sentMax = 200;
const tones: readonly string[] = ['plain', 'good', 'warn', 'off'] satisfies NonNullable<CardWords['mark']>['tone'][];

/**
 * The card in the body of a message. A part that this version does not understand is left out; without an app and a title there is no card: undefined. Never throws,
 * whatever the body holds. Read by hand, because screens carry no schemas. Words lose what turns the reading direction.
 */
export function readCard(body: unknown): CardBody | undefined {
  if (!isObject(body) || !isObject(body['words'])) return undefined;
  const { x, app, card, v, at } = body;
  const words = readWords(body['words']);
  if (!words || typeof app !== 'string' || !isAppId(app)) return undefined;
  return {
    x: readLine(x, limits.textMax) ?? words.title,
    app: toAppId(app),
    card: typeof card === 'string' ? card : '',
    v: readNumber(v) ?? 0,
    at: readNumber(at) ?? 0,
    words,
  };
}

function readWords(words: Fields): CardWords | undefined {
  const title = readLine(words['title'], limits.cardTitleMax);
  if (title === undefined) return undefined;
  const { picture } = words;
  return {
    title,
    ...some('text', readLine(words['text'], limits.cardTextMax)),
    ...some('picture', typeof picture === 'string' && pictureOf(picture) !== undefined ? picture : undefined),
    ...some('facts', readList(words['facts'], factsMax, readFact)),
    ...some('share', readShare(words['share'])),
    ...some('mark', readMark(words['mark'])),
    ...some('line', readCurve(words['line'])),
    ...some('code', readFact(words['code'])),
    ...(words['live'] === 1 ? { live: 1 as const } : {}),
    ...some('buttons', readList(words['buttons'], buttonsMax, readButton)),
  };
}

function readFact(fact: unknown): { label: string; value: string } | undefined {
  if (!isObject(fact)) return undefined;
  const [label, value] = [readLabel(fact['label']), readLabel(fact['value'])];
  return label === undefined || value === undefined ? undefined : { label, value };
}

function readMark(mark: unknown): CardWords['mark'] {
  if (!isObject(mark)) return undefined;
  const { tone } = mark;
  const label = readLabel(mark['label']);
  // A tone of a later version says nothing here; its words still do.
  const known = typeof tone === 'string' && tones.includes(tone) ? tone : 'plain';
  return label === undefined ? undefined : { label, tone: known as NonNullable<CardWords['mark']>['tone'] };
}

function readCurve(line: unknown): CardWords['line'] {
  if (!isObject(line) || !Array.isArray(line['values'])) return undefined;
  const values = line['values'].filter((value): value is number => readNumber(value) !== undefined);
  const [from, to] = [readLabel(line['from']), readLabel(line['to'])];
  const isWhole = values.length === line['values'].length && values.length >= 2 && values.length <= valuesMax;
  return isWhole && from !== undefined && to !== undefined ? { values, from, to } : undefined;
}

function readButton(button: unknown): CardButton | undefined {
  if (!isObject(button)) return undefined;
  const label = readLabel(button['label']);
  if (label === undefined) return undefined;
  switch (button['do']) {
    case 'open': {
      const { start } = button;
      if (start === undefined) return { do: 'open', label };
      return typeof start === 'string' && start.length <= limits.appStartMax && /^[\w-]*$/.test(start)
        ? { do: 'open', label, start }
        : undefined;
    }
    case 'link': {
      const url = readUrl(button['url']);
      return url === undefined ? undefined : { do: 'link', label, url };
    }
    case 'text': {
      const text = readLine(button['text'], sentMax);
      return text === undefined ? undefined : { do: 'text', label, text };
    }
    default:
      return undefined;
  }
}

/** Only addresses that a browser opens over TLS, and none with a name and password before the host, which look like another host. */
function readUrl(url: unknown): string | undefined {
  if (typeof url !== 'string' || url.length > urlMax) return undefined;
  return /^https:\/\/[^\s/?#@\\\p{Cc}]+(?:[/?#][^\s\p{Cc}]*)?$/iu.test(url) ? url : undefined;
}

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

function readShare(value: unknown): number | undefined {
  const share = readNumber(value);
  return share === undefined ? undefined : Math.min(1, Math.max(0, share));
}

const readLabel = (text: unknown): string | undefined => readLine(text, limits.cardLabelMax);

function readLine(text: unknown, max: number): string | undefined {
  if (typeof text !== 'string') return undefined;
  const line = plainLine(text);
  if (line.length <= max) return line || undefined;
  return `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** The readable members of a list, at most `max`; undefined: none. */
function readList<T>(list: unknown, max: number, read: (entry: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const found = list.slice(0, max).flatMap((entry) => {
    const one = read(entry);
    return one === undefined ? [] : [one];
  });
  return found.length === 0 ? undefined : found;
}

const some = <Key extends string, T>(key: Key, value: T | undefined): Partial<Record<Key, T>> =>
  value === undefined ? {} : ({ [key]: value } as Record<Key, T>);
