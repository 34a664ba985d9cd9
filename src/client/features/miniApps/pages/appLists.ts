import { appText } from '#domain/appRules.ts';
import { foldText } from '#domain/foldText.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';

/** A list with an app in it, at the end, or without it if it was there. */
export const toggleApp = (ids: readonly AppId[], id: AppId): readonly AppId[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

/** The list after `id` has taken the place of `place`; those between move by one. Nothing changes when one of both is not there. */
export function moveApp(ids: readonly AppId[], id: AppId, place: AppId): readonly AppId[] {
  const [from, to] = [ids.indexOf(id), ids.indexOf(place)];
  if (from < 0 || to < 0 || from === to) return ids;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** The cards of a list in its order; those that are not known are left out. */
export const cardsOf = (ids: readonly AppId[], cards: ReadonlyMap<AppId, AppCard>): AppCard[] =>
  ids.flatMap((id) => cards.get(id) ?? []);

/** Cards by app; a later one replaces an earlier one. */
export const byId = (...lists: readonly (readonly AppCard[])[]): Map<AppId, AppCard> =>
  new Map(lists.flat().map((card) => [card.id, card]));

/** A page after the ones before it. The order is the server's and moves meanwhile: no app stands twice. */
export function joinPages(before: readonly AppCard[], page: readonly AppCard[]): AppCard[] {
  const known = byId(before);
  return [...before, ...page.filter(({ id }) => !known.has(id))];
}

/** What a device without a network can say about a search: the known cards whose name or line has all the words. */
export function findKept(cards: readonly AppCard[], query: string, language: string): AppCard[] {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  return cards.filter(({ names, about, by }) => {
    const texts = [...Object.values(names), appText(about, language), by];
    const text = foldText(texts.filter((each) => each !== undefined).join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** Cards as they stand after what was heard since. */
export const withNews = (cards: readonly AppCard[], news: ReadonlyMap<AppId, number>): readonly AppCard[] =>
  news.size === 0 ? cards : cards.map((card) => ({ ...card, st: news.get(card.id) ?? card.st }));
