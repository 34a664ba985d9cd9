import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import type { Services } from '#client/context.ts';

/** Names and icons of the apps whose cards are on screen, for this tab: going from chat to chat asks once. */
const known = new Map<AppId, AppCard>();
const told = new Set<AppId>();
const asked = new Set<AppId>();
const listeners = new Set<() => void>();
/** Ids of one request. */
const most = 50;
let waiting: Promise<void> | undefined;

/** Ways in and out of what is known of apps. */
export const cardApps = {
  get: (id: AppId): AppCard | undefined => known.get(id),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Asks the server for one that it has not told yet, together with others of the same moment; until it answers, what this device kept has to do. */
  want(id: AppId, { rpc, appShelf }: Pick<Services, 'rpc' | 'appShelf'>): void {
    if (told.has(id) || asked.has(id)) return;
    asked.add(id);
    waiting ??= Promise.resolve().then(async () => {
      waiting = undefined;
      const ids = [...asked].filter((each) => !told.has(each)).slice(0, most);
      const kept = await appShelf.read();
      for (const card of [...(kept?.all ?? []), ...(kept?.mine ?? []), ...(kept?.recent ?? [])])
        if (ids.includes(card.id) && !known.has(card.id)) known.set(card.id, card);
      tell();
      const answer = await rpc('app.get', { ids });
      // Without an answer it is asked again by the next card that wants it.
      if (!answer.ok) return ids.forEach((each) => asked.delete(each));
      for (const card of answer.data.apps) {
        known.set(card.id, card);
        told.add(card.id);
      }
      tell();
    });
  },
};

const tell = (): void => listeners.forEach((listener) => listener());
