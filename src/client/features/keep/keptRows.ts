import { isDirect } from '#domain/chatTraits.ts';
import { foldText } from '#domain/foldText.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { ChatListState } from '#client/stores/chatListStore.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import type { KeepsState } from '#client/stores/keepsStore.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { PeopleState } from '#client/stores/peopleStore.ts';
import type { KeptRow } from './KeptRow.ts';

type Kept = KeepsState['rows'] extends ReadonlyMap<unknown, infer Row> ? Row : never;

/** What the rows are told by. */
export interface KeptGround {
  t: Translate;
  chats: ChatListState['chats'];
  people: Pick<PeopleState, 'users' | 'contacts'>;
}

/** What is kept, newest first. */
export function toKeptRows(kept: Iterable<Kept>, ground: KeptGround): KeptRow[] {
  const ordered = [...kept].toSorted((a, b) => b.at - a.at || (a.i < b.i ? 1 : -1));
  return ordered.map((one) => toRow(one, ground));
}

function toRow(kept: Kept, { t, chats, people }: KeptGround): KeptRow {
  const chat = kept.c === undefined ? undefined : chats.get(kept.c);
  const isOwn = chat !== undefined && kept.u === chat.me.mid;
  // In a community the id is no account: the name there is the one that was written down.
  const known = kept.u === undefined || kept.n === undefined || !chat ? undefined : nameOf(people, kept.u);
  const name = isOwn ? t('keep.you') : (known ?? kept.n ?? nameIn(kept, people) ?? t('keep.someone'));
  const title = chat && chatTitle(people, chat);
  const isThere = title !== undefined && !(chat && isDirect(chat.kind) && !isOwn);
  return {
    id: kept.i,
    text: kept.k === undefined || kept.b === undefined ? undefined : wordsOf(t, kept.k, kept.b),
    from: kept.c === undefined ? undefined : isThere ? t('keep.from', { name, title }) : name,
    face: kept.u === undefined ? undefined : { id: faceOf(people, kept.u), name },
    at: kept.ma ?? kept.at,
    note: kept.x,
    isUnsent: kept.un === 1,
    isWaiting: kept.urev === 0,
    href: chat && kept.s !== undefined ? `/chats/${chat.c}/m/${kept.s}` : undefined,
  };
}

const nameIn = (kept: Kept, people: KeptGround['people']): string | undefined =>
  kept.u === undefined ? undefined : nameOf(people, kept.u);

/** A text keeps its lines; everything else is told in one. */
function wordsOf(t: Translate, k: number, b: NonNullable<Kept['b']>): string {
  const told = contentText(t, { k, b }) ?? '';
  const x = b['x'];
  return typeof x === 'string' && told === x.replaceAll(/\s+/gu, ' ').trim() ? x : told;
}

/** Those in which every word that was typed stands, in text, note or origin, whatever its width, case, kana or accents. */
export function findKept(rows: readonly KeptRow[], query: string): readonly KeptRow[] {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ text, note, from }) => {
    const all = foldText([text, note, from].filter(Boolean).join('\n'));
    return words.every((word) => all.includes(word));
  });
}
