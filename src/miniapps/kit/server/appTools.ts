import type { AppApi } from './AppApi.ts';
import { createCards, type Cards } from './createCards.ts';
import { createOutbox, type Outbox } from './createOutbox.ts';
import { createStaff, type Staff } from './createStaff.ts';
import { createVisits, type Visits } from './createVisits.ts';
import type { AppDatabase } from './openAppDatabase.ts';

/** Where the server of a mini-app tells its operator what went wrong. */
export interface AppLog {
  warn(event: string, fields?: Readonly<Record<string, string | number>>): void;
  error(event: string, cause: unknown, fields?: Readonly<Record<string, string | number>>): void;
}

/** What the server of every mini-app works with. */
export interface AppTools {
  readonly name: string;
  readonly db: AppDatabase;
  readonly visits: Visits;
  readonly staff: Staff;
  readonly outbox: Outbox;
  readonly cards: Cards;
  readonly log: AppLog;
  /** ms */
  readonly now: () => number;
  /** Tells the messenger what waits for it, without waiting for that. */
  poke(): void;
}

/** What they are made of. */
export interface AppGround {
  readonly name: string;
  readonly db: AppDatabase;
  readonly api: AppApi;
  readonly log: AppLog;
  readonly now: () => number;
}

/** Makes {@link AppTools}. */
export function createAppTools({ name, db, api, log, now }: AppGround): AppTools {
  const outbox = createOutbox(db, api, now, (why) => log.warn('miniapp.refused', { app: name, why }));
  return {
    ...{ name, db, log, now, outbox },
    visits: createVisits(db, api, now),
    staff: createStaff(db, now),
    cards: createCards(db, api, outbox),
    poke: () => void outbox.flush().catch((error: unknown) => log.error('miniapp.outbox', error, { app: name })),
  };
}
