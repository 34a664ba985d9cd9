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
type CardServices = Pick<Services, 'rpc' | 'appShelf' | 'stores'>;

/** By person: a tab may know two, one after the other. */
const askings = new WeakMap<object, Asking>();

/**
 * Asks the server for an app whose card is on screen, together with others of the same moment, and once for all chats. Until it answers, what this device kept has to do;
 * without an answer the next card asks again.
 */
export function wantCardApp(id: AppId, services: CardServices): void {
  const store = services.stores.apps;
  const asking = askings.get(store) ?? { asked: new Set(), next: new Set() };
  askings.set(store, asking);
  if (asking.asked.has(id) || asking.next.has(id)) return;
  const isFirst = asking.next.size === 0;
  asking.next.add(id);
  if (isFirst) void Promise.resolve().then(() => askForApps(asking, services));
}

async function askForApps({ asked, next }: Asking, { rpc, appShelf, stores }: CardServices): Promise<void> {
  const wanted = [...next];
  next.clear();
  for (const id of wanted) asked.add(id);
  const tell = (cards: readonly AppCard[], isFresh: boolean): void =>
    stores.apps.setState(({ known }) => {
      const found = cards.map((card) => [card.id, card] as const);
      return { known: new Map(isFresh ? [...known, ...found] : [...found, ...known]) };
    });
  const kept = await appShelf.read();
  tell(
    [...(kept?.all ?? []), ...(kept?.mine ?? []), ...(kept?.recent ?? [])].filter(({ id }) => wanted.includes(id)),
    false,
  );
  const ask = async (ids: AppId[]): Promise<void> => {
    const answer = await rpc('app.get', { ids });
    if (answer.ok) tell(answer.data.apps, true);
    else for (const id of ids) asked.delete(id);
  };
  const parts = Math.ceil(wanted.length / most);
  await Promise.all(Array.from({ length: parts }, (_, part) => ask(wanted.slice(part * most, (part + 1) * most))));
}
