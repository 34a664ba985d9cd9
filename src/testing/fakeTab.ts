import { copyPlain } from '#base/copyPlain.ts';
import { emitter, type Emitter } from '#base/emitter.ts';
import { toDeviceId, toUserId } from '#protocol/casts.ts';
import type { EngineCall, EngineEvent } from '#sync/changes.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import type { Leadership } from '#sync/leadership.ts';
import { localEngine } from './localEngine.ts';
import { loopLine } from '#sync/loopLine.ts';
import type { Clock, EnginePorts, Locks, Log, Random, Surroundings, TabLine, Uploads } from '#sync/ports.ts';
import type { FakeClock } from './fakeClock.ts';
import type { FakeNetwork } from './fakeTransport.ts';
import type { MemoryLocalStore } from './memoryLocalStore.ts';

/** Seeded chance: the same seed gives the same numbers and ids. */
export function seededRandom(seed: number, clock?: Clock): Random {
  let state = seed >>> 0;
  let count = 0;
  const float = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const hex = (value: number, length: number): string =>
    Math.floor(value).toString(16).padStart(length, '0').slice(-length);
  return {
    float,
    uuid() {
      count += 1;
      const time = hex(clock?.now() ?? 0, 12);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(count, 3)}-8${hex(float() * 4096, 3)}-${hex(float() * 2 ** 48, 12)}`;
    },
  };
}

/** The channel between the tabs of one browser. */
export function fakeChannel(): (tab: string) => TabLine {
  const lines = new Map<string, { events: Emitter<EngineEvent>; calls: Emitter<EngineCall> }>();
  return (tab) => {
    const own = { events: emitter<EngineEvent>(), calls: emitter<EngineCall>() };
    lines.set(tab, own);
    const others = () => [...lines].filter(([name]) => name !== tab).map(([, line]) => line);
    return {
      tab,
      announce: (event) => others().forEach((line) => line.events.emit(copyPlain(event))),
      call: (call) => others().forEach((line) => line.calls.emit(copyPlain(call))),
      onEvent: (listener) => own.events.on(listener),
      onCall: (listener) => own.calls.on(listener),
    };
  };
}

/** A tab of a test: its commands, its engine, and everything it heard. */
export interface FakeTab {
  engine: Leadership;
  commands: ReturnType<typeof createCommands>;
  line: TabLine;
  events: EngineEvent[];
  surroundings: {
    isOnline: boolean;
    isVisible: boolean;
    change: Emitter<'online' | 'offline' | 'visible' | 'hidden' | 'wake'>;
  };
  warnings: string[];
}

/** What the tabs of one browser share. */
export interface FakeBrowser {
  store: MemoryLocalStore;
  clock: FakeClock;
  network: FakeNetwork;
  locks: Locks;
  channel: (tab: string) => TabLine;
  random: Random;
  userId: number;
  /** absent: this browser sends no files */
  uploads?: Uploads;
}

/** Opens a tab; its engine is made but not started. */
export function fakeTab(browser: FakeBrowser, name = 'tab'): FakeTab {
  const { clock, network, random, store, userId } = browser;
  const line = loopLine(browser.channel(name));
  const events: EngineEvent[] = [];
  line.onEvent((event) => void events.push(event));
  const warnings: string[] = [];
  const log: Log = {
    debug: () => undefined,
    warn: (event, details) => void warnings.push(`${event} ${JSON.stringify(details)}`),
  };
  const state = {
    isOnline: true,
    isVisible: true,
    change: emitter<'online' | 'offline' | 'visible' | 'hidden' | 'wake'>(),
  };
  const surroundings: Surroundings = {
    isOnline: () => state.isOnline,
    isVisible: () => state.isVisible,
    onChange: (listener) => state.change.on(listener),
  };
  const ports: EnginePorts = {
    clock,
    random,
    log,
    transport: network.transport,
    rpc: network.rpc,
    session: {
      userId: toUserId(userId),
      deviceId: toDeviceId(`00000000-0000-4000-8000-${String(userId).padStart(12, '0')}`),
      token: async () => ({ ok: true, data: { token: String(userId), exp: clock.now() + 600_000 } }),
    },
    store,
    surroundings,
    line,
    ...(browser.uploads ? { uploads: browser.uploads } : {}),
    appVersion: 'test',
  };
  return {
    engine: localEngine({ ...ports, locks: browser.locks }),
    commands: createCommands({ store, line, clock, random }),
    line,
    events,
    surroundings: state,
    warnings,
  };
}
