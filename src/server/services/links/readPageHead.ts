import { setImmediate as nextTurn } from 'node:timers/promises';
import { Parser } from 'htmlparser2';
import { cleanLine } from '#domain/cleanLine.ts';

/** What a page says about itself, cleaned. `picture`: as it stands there. */
export interface PageHead {
  readonly title: string;
  readonly text: string | undefined;
  readonly picture: string | undefined;
}

const titleMax = 120;
const textMax = 200;
/** Characters of a value that are looked at. */
const valueMax = 4_000;
/** Characters that are read in one breath: everybody else waits meanwhile. */
const sliceLength = 32_768;
/** Elements in each other: no head needs more, and closing one looks through all of them. */
const depthMax = 32;

/** Elements that a head consists of; the first other one ends it. */
const headTags = new Set(['html', 'head', 'meta', 'title', 'link', 'base', 'script', 'style', 'noscript', 'template']);

const titleNames = ['og:title', 'twitter:title'];
const textNames = ['og:description', 'twitter:description', 'description'];
const pictureNames = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];
const wanted = new Set([...titleNames, ...textNames, ...pictureNames]);

/** Reads the head of a page; nothing in it is run or loaded. Undefined: it has no title. */
export async function readPageHead(html: string): Promise<PageHead | undefined> {
  const metas = new Map<string, string>();
  let ownTitle: string | undefined;
  let isInTitle = false;
  let isOver = false;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (!headTags.has(name) || depth > depthMax) isOver = true;
      if (isOver) return;
      if (name === 'title' && ownTitle === undefined) {
        isInTitle = true;
        ownTitle = '';
      }
      if (name === 'meta') noteMeta(metas, attributes);
    },
    ontext(text) {
      if (isInTitle && !isOver && (ownTitle?.length ?? 0) < valueMax) ownTitle += text.slice(0, valueMax);
    },
    onclosetag(name) {
      depth -= 1;
      if (name === 'title') isInTitle = false;
      if (name === 'head') isOver = true;
    },
  });
  for (let at = 0; at < html.length && !isOver; at += sliceLength) {
    parser.write(html.slice(at, at + sliceLength));
    // oxlint-disable-next-line no-await-in-loop -- the others have their turn in between
    await nextTurn();
  }
  const first = (names: readonly string[], max: number): string | undefined =>
    names.map((name) => cleanLine(metas.get(name) ?? '', max)).find((value) => value !== '');
  const title = first(titleNames, titleMax) ?? cleanLine(ownTitle ?? '', titleMax);
  if (title === '') return undefined;
  const text = first(textNames, textMax);
  const picture = pictureNames.map((name) => metas.get(name)?.trim()).find((value) => value);
  return { title, text: text === title ? undefined : text, picture };
}

/** The first of a name counts. */
function noteMeta(metas: Map<string, string>, { property, name, content }: Readonly<Record<string, string>>): void {
  if (content === undefined) return;
  for (const key of [property, name]) {
    const known = key?.trim().toLowerCase() ?? '';
    if (wanted.has(known) && !metas.has(known)) metas.set(known, content.slice(0, valueMax));
  }
}
