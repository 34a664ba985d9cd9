import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import type { Services } from '#client/context.ts';

/** Ids of one request. */
const most = 50;

interface Asking {
  /** the server has said, or is being asked */
  readonly asked: Set<AppId>;
  /** for the next request, which goes out when the lines of this moment have all said what they want */
  readonly next: Set<AppId>;
}
/** By person: a tab may know two, one after the other. */
const askings = new WeakMap<object, Asking>();

/**
 * Asks the server for an app whose card is on screen, together with others of the same moment, and once for all chats. Until it answers, what this device kept has to do;
 * without an answer the next card asks again.
 */
export function wantCardApp(id: AppId, services: Pick<Services, 'rpc' | 'appShelf' | 'stores'>): void {
  const store = services.stores.apps;
  const asking = askings.get(store) ?? { asked: new Set(), next: new Set() };
  askings.set(store, asking);
  if (asking.asked.has(id) || asking.next.has(id)) return;
  const isFirst = asking.next.size === 0;
  asking.next.add(id);
  if (isFirst) void Promise.resolve().then(() => askForApps(asking, services));
}

async function askForApps(
  { asked, next }: Asking,
  { rpc, appShelf, stores }: Parameters<typeof wantCardApp>[1],
): Promise<void> {
  const ids = [...next].slice(0, most);
  for (const id of ids) asked.add(id);
  next.clear();
  const tell = (cards: readonly AppCard[], isFresh: boolean): void =>
    stores.apps.setState(({ known }) => {
      const found = cards.map((card) => [card.id, card] as const);
      return { known: new Map(isFresh ? [...known, ...found] : [...found, ...known]) };
    });
  const kept = await appShelf.read();
  tell(
    [...(kept?.all ?? []), ...(kept?.mine ?? []), ...(kept?.recent ?? [])].filter(({ id }) => ids.includes(id)),
    false,
  );
  const answer = await rpc('app.get', { ids });
  if (answer.ok) tell(answer.data.apps, true);
  else for (const id of ids) asked.delete(id);
}
