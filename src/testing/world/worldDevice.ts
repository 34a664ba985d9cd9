import { localEngine } from '#testing/localEngine.ts';
import { emitter, type Emitter } from '#base/emitter.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { Row } from '#protocol/entities/message.ts';
import type { Commands } from '#sync/commands.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import type { Leadership } from '#sync/leadership.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { Clock, LocalStore, Random, TabLine } from '#sync/ports.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { screenShadow, type ScreenShadow } from './screenShadow.ts';
import { shownRows } from './shownRows.ts';
import { fakeLocks, type FakeLocks } from '#testing/fakeLocks.ts';
import { worldNetwork, type WorldDoor, type WorldNetwork } from './worldNetwork.ts';
import type { WorldLogin, WorldServer } from './worldServer.ts';

/** The place of a message as the server told it to its sender. */
export interface SentAck {
  readonly c: ChatId;
  readonly i: string;
  readonly s: number;
  readonly r: number;
  readonly n?: number | undefined;
}

/** A tab: its commands and its engine, which waits for its turn to lead. */
export interface WorldTab {
  readonly name: string;
  readonly commands: Commands;
  readonly line: TabLine;
  readonly surroundings: Emitter<'online' | 'offline' | 'visible' | 'hidden' | 'wake'>;
  readonly engine: Leadership;
  readonly store: MemoryLocalStore;
  die(): void;
}

/** One browser of a person. */
export interface WorldDevice {
  readonly login: WorldLogin;
  readonly network: WorldNetwork;
  readonly locks: FakeLocks;
  readonly shadow: ScreenShadow;
  /** always at least one */
  readonly tabs: readonly WorldTab[];
  /** handle on the database that no tab closes */
  readonly store: MemoryLocalStore;
  /** places of messages as the server told them, repeats included */
  readonly acks: readonly SentAck[];
  /** content that reached this device by whatever way */
  readonly seen: readonly { c: ChatId; row: Row }[];
  /** what the engines did that they must not, in words */
  readonly broken: string[];
  openTab(): WorldTab;
  /** The tab dies without a word; if it was the last one, another opens on the same database. */
  killTab(tab: WorldTab): void;
  /** A tab dies at its n-th commit from now: `before` loses it, `after` keeps it. */
  dieAtCommit(count: number, when: 'before' | 'after'): void;
  /** Moves the device's wall clock by `ms`. */
  jump(ms: number): void;
  stop(): Promise<void>;
}

interface Parts {
  readonly server: WorldServer;
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes a browser with one tab. */
export function worldDevice({ server, clock: base, random }: Parts, login: WorldLogin): WorldDevice {
  const skew = { ms: 0 };
  const clock: Clock = { now: () => base.now() + skew.ms, elapsed: base.elapsed, after: base.after };
  const acks: SentAck[] = [];
  const seen: { c: ChatId; row: Row }[] = [];
  const broken: string[] = [];
  const network = worldNetwork(watchedDoor(server, login, { acks, seen }), clock);
  const store = memoryLocalStore();
  const shadow = screenShadow(Number(login.grant.account.id), (cid) => acks.find(({ i }) => i === cid)?.s);
  const locks = fakeLocks({ isSlow: true });
  const channel = fakeChannel();
  const tabs: WorldTab[] = [];
  const death = { left: 0, when: undefined as 'before' | 'after' | undefined };
  let opened = 0;
  const device: WorldDevice = {
    ...{ login, network, locks, shadow, tabs, store, acks, seen, broken },
    openTab() {
      opened += 1;
      const tab = openTab({ device, clock, random, channel: channel(`tab-${opened}`), name: `tab-${opened}` });
      tabs.push(tab);
      return tab;
    },
    killTab(tab) {
      tab.die();
      tabs.splice(tabs.indexOf(tab), 1);
      if (tabs.length === 0) device.openTab();
    },
    dieAtCommit: (count, when) => void Object.assign(death, { left: count, when }),
    jump: (ms) => void (skew.ms += ms),
    async stop() {
      const engines = tabs.map(({ engine }) => engine.stop());
      locks.tellLosers();
      await Promise.all(engines);
    },
  };
  store.onCommit((batch) => {
    const fate = death.left > 0 && (death.left -= 1) === 0 ? death.when : undefined;
    if (fate !== 'before') shadow.take(batch);
    // The whole browser ends: nobody can tell which of its tabs wrote.
    if (fate) for (const tab of [...tabs]) device.killTab(tab);
    return fate;
  });
  device.openTab();
  return device;
}

/** The server as this device reaches it. What it is shown is noted when the server sends it, whether or not it arrives. */
function watchedDoor(
  server: WorldServer,
  login: WorldLogin,
  { acks, seen }: { acks: SentAck[]; seen: { c: ChatId; row: Row }[] },
): WorldDoor {
  const note = (c: ChatId, rows: readonly Row[] | undefined): void => {
    for (const row of rows ?? []) if (row.del === undefined) seen.push({ c, row });
  };
  const door = server.door(login, (name, input, ack) => {
    if (!ack.ok) return;
    for (const { c, rows } of shownRows(name, input, ack.data)) note(c, rows);
    if (name !== 'message.send') return;
    const { items } = ack.data as RequestOutput<'message.send'>;
    const { c } = input as { c: ChatId };
    for (const item of items) if ('s' in item) acks.push({ c, i: item.i, s: item.s, r: item.r, n: item.n });
  });
  return {
    ...door,
    accept(end, auth, admit) {
      const { delta } = end;
      end.delta = (deltas) => {
        for (const { c, rows } of deltas) note(c, rows);
        delta(deltas);
      };
      return door.accept(end, auth, admit);
    },
  };
}

interface TabParts {
  readonly device: WorldDevice;
  readonly clock: Clock;
  readonly random: Random;
  readonly channel: TabLine;
  readonly name: string;
}

function openTab({ device, clock, random, channel, name }: TabParts): WorldTab {
  const { grant } = device.login;
  const store = device.store.reopen();
  const line = loopLine(channel);
  const surroundings = emitter<'online' | 'offline' | 'visible' | 'hidden' | 'wake'>();
  const { transport, rpc, die } = device.network.tab();
  const session = {
    userId: grant.account.id,
    deviceId: grant.deviceId,
    token: async () => ({ ok: true as const, data: { token: 'token', exp: clock.now() + 30 * 86_400_000 } }),
  };
  const engine = localEngine({
    ...{ clock, random, transport, rpc, session, line },
    log: { debug: () => undefined, warn: () => undefined },
    store: fenced(store, device),
    surroundings: { isOnline: () => true, isVisible: () => true, onChange: (listener) => surroundings.on(listener) },
    locks: device.locks,
    appVersion: 'test',
  });
  engine.start();
  return {
    ...{ name, line, surroundings, engine, store },
    commands: createCommands({ store, line, clock, random }),
    die() {
      store.close();
      die();
      void engine.stop();
    },
  };
}

/** I13: what an engine writes is fenced by the present epoch, or is the take-over itself. The store refuses the rest; an engine must not even try without. */
function fenced(store: LocalStore, device: WorldDevice): LocalStore {
  return {
    ...store,
    async commit(work, options) {
      const done = await store.commit(work, options);
      const { num, tables } = done.batch;
      if (num > 0 && options?.epoch === undefined && !tables.leases)
        device.broken.push(`an engine wrote ${Object.keys(tables).join()} without an epoch`);
      return done;
    },
  };
}
