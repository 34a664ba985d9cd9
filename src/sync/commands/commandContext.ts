import type { OpId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import type { OutboxAction, OutboxEntry } from '../changes.ts';
import { isKeepAction } from '../keptRows.ts';
import { laneOf, ownLane } from '../lanes.ts';
import type { Clock, LocalStore, NewRow, Random, TabLine, WriteTx } from '../ports.ts';
import { publish } from '../publish.ts';

/** What the commands need of the tab they run in. */
export interface CommandPorts {
  store: LocalStore;
  /** announces what was written, and pokes the engine wherever it runs; see `loopLine` for a tab whose own screens listen too */
  line: TabLine;
  clock: Clock;
  random: Random;
}

/** The pieces every command is made of. */
export interface CommandContext {
  now(): number;
  newId(): string;
  newOp(): OpId;
  /** One transaction, announced; then the engine is poked. Commands are not fenced: every tab may write what its person does. */
  commit<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
}

/** Makes the context. */
export function commandContext({ store, line, clock, random }: CommandPorts): CommandContext {
  return {
    now: () => clock.now(),
    newId: () => random.uuid(),
    newOp: () => toOpId(random.uuid()),
    async commit(work) {
      const result = await publish(line, store.commit(work));
      line.call({ t: 'poke' });
      return result;
    },
  };
}

/** Outbox row of something a person has just done. */
export function newEntry(action: OutboxAction, at: number): NewRow<'outbox'> {
  const isOfPerson = isPersonal(action);
  return {
    i: action.t === 'send' || action.t === 'schedule' ? action.cid : action.op,
    lane: isOfPerson ? ownLane : laneOf(action.c),
    action,
    state: 'queued',
    tried: 0,
    tries: 0,
    nextAt: 0,
    at,
  };
}

/** What changes only my own rows: it goes its own way, beside the messages of a chat. So does what is to be sent later. */
const isPersonal = (
  action: OutboxAction,
): action is Extract<
  OutboxAction,
  { t: 'chatSet' | 'schedule' | 'hide' | 'keep' | 'keepNote' | 'keepDrop' | 'contactSet' | 'prefSet' }
> =>
  action.t === 'chatSet' ||
  action.t === 'schedule' ||
  action.t === 'hide' ||
  isKeepAction(action) ||
  action.t === 'contactSet' ||
  action.t === 'prefSet';

/** Entries that nobody has seen yet: they may still be changed in place. */
export const isUntried = (entry: OutboxEntry): boolean => entry.state === 'queued' && entry.tried === 0;
