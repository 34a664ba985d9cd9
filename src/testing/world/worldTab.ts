import { emitter, type Emitter } from '#base/emitter.ts';
import type { EngineEvent } from '#sync/changes.ts';
import type { Commands } from '#sync/commands.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import type { Leadership } from '#sync/leadership.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { Clock, LocalStore, Locks, Random, Rpc, TabLine } from '#sync/ports.ts';
import { localEngine } from '#testing/localEngine.ts';
import type { MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { tabLife } from './tabLife.ts';
import type { WorldNetwork } from './worldNetwork.ts';
import type { WorldLogin } from './worldServer.ts';
import type { WorldUploads } from './worldUploads.ts';

/** A tab: its commands and its engine, which waits for its turn to lead. */
export interface WorldTab {
  readonly name: string;
  readonly commands: Commands;
  readonly line: TabLine;
  readonly surroundings: Emitter<'online' | 'offline' | 'visible' | 'hidden' | 'wake'>;
  readonly engine: Leadership;
  /** What needs the server at once. */
  readonly rpc: Rpc;
  isFrozen(): boolean;
  freeze(): void;
  thaw(): void;
  /** Closed by its person: it says so and gives the lead away. */
  close(): Promise<void>;
  /** Ends without a word. */
  die(): void;
}

/** What a tab stands on. */
export interface TabGround {
  readonly name: string;
  readonly login: WorldLogin;
  readonly network: WorldNetwork;
  readonly store: MemoryLocalStore;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly random: Random;
  readonly channel: TabLine;
  readonly uploads?: WorldUploads | undefined;
  heard(event: EngineEvent): void;
  /** The engine did what it must not, in words. */
  broken(what: string): void;
}

/** Opens a tab. */
export function worldTab(ground: TabGround): WorldTab {
  const { name, login, network, random } = ground;
  const life = tabLife();
  const store = ground.store.reopen();
  const clock = life.clock(ground.clock);
  const line = loopLine(life.line(ground.channel));
  const surroundings = emitter<'online' | 'offline' | 'visible' | 'hidden' | 'wake'>();
  const { transport, rpc, die } = network.tab(life.isFrozen);
  let isDead = false;
  const { user: userId, deviceId } = login;
  const token = async () => ({ ok: true as const, data: { token: 'token', exp: clock.now() + 30 * 86_400_000 } });
  const engine = localEngine({
    ...{ clock, random, transport, rpc, line },
    session: { userId, deviceId, token },
    log: { debug: () => undefined, warn: () => undefined },
    store: fenced(store, ground.broken),
    surroundings: { isOnline: () => true, isVisible: () => true, onChange: (listener) => surroundings.on(listener) },
    locks: life.locks(ground.locks),
    ...(ground.uploads ? { uploads: ground.uploads.port(clock, () => isDead) } : {}),
    appVersion: 'test',
  });
  line.onEvent(ground.heard);
  engine.start();
  return {
    ...{ name, line, surroundings, engine, rpc },
    commands: createCommands({ store, line, clock, random }),
    isFrozen: life.isFrozen,
    freeze: life.freeze,
    thaw() {
      life.thaw();
      network.release();
    },
    async close() {
      life.thaw();
      line.call({ t: 'bye', tab: name });
      await engine.stop();
      isDead = true;
      store.close();
      die();
    },
    die() {
      isDead = true;
      store.close();
      die();
      // What waits meets a closed store; without it a lock that the tab was given would never come free.
      life.thaw();
      void engine.stop();
    },
  };
}

/**
 * I13: what an engine writes is fenced by the present epoch, or is the take-over itself. An engine must not even try without; and whether the store refuses
 * what is of an old epoch is looked at inside the transaction.
 */
function fenced(store: LocalStore, broken: (what: string) => void): LocalStore {
  return {
    ...store,
    async commit(work, options) {
      const own = options?.epoch;
      const watched: typeof work = async (tx) => {
        const lease = own === undefined ? undefined : await tx.get('leases', 'engine');
        if (lease && lease.epoch !== own) broken(`an engine of epoch ${own} writes in epoch ${lease.epoch}`);
        return work(tx);
      };
      const done = await store.commit(watched, options);
      const { num, tables } = done.batch;
      if (num > 0 && options?.epoch === undefined && !tables.leases)
        broken(`an engine wrote ${Object.keys(tables).join()} without an epoch`);
      return done;
    },
  };
}
