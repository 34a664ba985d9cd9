import { cardWordsSchema, type CardWords } from '#protocol/entities/appCards.ts';
import type { AppApi, ServiceMessage, VerifiedLaunch } from '#miniapps/kit/server/AppApi.ts';
import { AppApiError } from '#miniapps/kit/server/AppApiError.ts';

/** A messenger that an app's server talks to in a test. */
export interface FakeAppApi extends AppApi {
  readonly messages: ServiceMessage[];
  /** Words of every card by id. */
  readonly cards: Map<string, { person: number; words: CardWords; v: number }>;
  /** Refuses everything with this status from now on; 0: nobody answers; undefined: works again. */
  failWith(status: number | undefined): void;
}

/** What `verify` takes for init data. */
export const launchOf = (launch: VerifiedLaunch): string => JSON.stringify(launch);

/** Makes a {@link FakeAppApi}, which takes only cards that the real one takes, and each key once. */
export function fakeAppApi(): FakeAppApi {
  const messages: ServiceMessage[] = [];
  const cards: FakeAppApi['cards'] = new Map();
  const keys = new Set<string>();
  let status: number | undefined;
  const meet = () => {
    if (status !== undefined) throw new AppApiError(status, `status ${status}`);
  };
  const isNew = (key: string) => !keys.has(key) && Boolean(keys.add(key));
  return {
    messages,
    cards,
    failWith: (next) => void (status = next),
    async verify(data) {
      meet();
      if (!data.startsWith('{')) throw new AppApiError(401, 'forged');
      return JSON.parse(data) as VerifiedLaunch;
    },
    async send(message, key) {
      meet();
      if (isNew(key)) messages.push(message);
    },
    async createCard(person, words) {
      meet();
      const id = `card-${cards.size + 1}`;
      cards.set(id, { person, words: cardWordsSchema.parse(words), v: 1 });
      return id;
    },
    async changeCard(id, words, key) {
      meet();
      const card = cards.get(id);
      if (!card) throw new AppApiError(404, 'no such card');
      if (isNew(key)) cards.set(id, { ...card, words: cardWordsSchema.parse(words), v: card.v + 1 });
    },
    async getCard(id) {
      meet();
      const card = cards.get(id);
      return card && { v: card.v, shared: true };
    },
  };
}
