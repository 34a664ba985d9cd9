import { join } from 'node:path';
import { browserClock } from '#client/adapters/browser/browserClock.ts';
import { dexieLocalStore } from '#client/adapters/db/dexieLocalStore.ts';
import { personDatabase } from '#client/adapters/db/personDatabase.ts';
import { personSession } from '#client/adapters/http/personSession.ts';
import { sessionClient } from '#client/adapters/http/sessionClient.ts';
import type { ChangeBatch, EngineStatus } from '#sync/changes.ts';
import type { LocalStore, Log } from '#sync/ports.ts';
import { fakeLocks } from '#testing/fakeLocks.ts';
import type { DeviceState } from '../check/deviceState.ts';
import type { HistoryEvent } from '../check/history.ts';
import { startClient, type Client } from '../startClient.ts';
import type { DeviceSpec } from './clientSpec.ts';
import { cookieFetch } from './cookieFetch.ts';
import { deviceRecorder, type DeviceRecorder } from './deviceRecorder.ts';
import { fileJar } from './fileJar.ts';
import { lineFile } from './lineFile.ts';
import type { ReadLines } from './readLines.ts';
import { recordedStore } from './recordedStore.ts';
import { replayBatches } from './replayBatches.ts';

/** A device of a run while its process lives. */
export interface Device extends Client {
  readonly spec: DeviceSpec;
  readonly recorder: DeviceRecorder;
  readonly store: LocalStore;
  phase(): EngineStatus['phase'];
  state(): Promise<DeviceState>;
}

/** What all devices of a process share. */
export interface DeviceSurroundings {
  folder: string;
  write(event: HistoryEvent): void;
  log: Log;
}

/**
 * Starts a device on the product's own database. With `journalled`, the commits that an earlier process left, each further commit
 * is on disk before its caller hears of it; the database itself lives in memory.
 */
export async function startDevice(
  spec: DeviceSpec,
  surroundings: DeviceSurroundings,
  journalled?: ReadLines,
): Promise<Device> {
  const { folder, write, log } = surroundings;
  const { d, user, origin } = spec;
  const recorder = deviceRecorder(d, write);
  const inner = dexieLocalStore(personDatabase(user));
  const journal = journalled && lineFile(join(folder, `${d}.journal`), journalled);
  if (journalled) await replayBatches(inner, journalled.lines as ChangeBatch[]);
  recorder.prime(await inner.read(['outbox'], (tx) => tx.range('outbox', { index: ':primary' })));
  const store = recordedStore(inner, (batch) => {
    // Wishes first: one that is written down and was never committed is found out at the next start. What was seen comes last: a kill between the two
    // would leave a history that knows more than the device.
    recorder.onBatch(batch, journal ? journal.count() + 1 : 0);
    journal?.append(batch);
    recorder.onStored(batch);
  });
  const client = startClient({ ...sessionOf(spec, surroundings), store, log, onAnswer: recorder.onAnswer, origin });
  let phase: EngineStatus['phase'] = 'boot';
  client.line.onEvent((event) => {
    if (event.t !== 'status' || event.status.phase === phase) return;
    phase = event.status.phase;
    write({ e: 'phase', t: Date.now(), d, phase });
  });
  write({ e: 'phase', t: Date.now(), d, phase: 'start' });
  client.start();
  return { ...client, spec, recorder, store, phase: () => phase, state: () => readState(spec, inner) };
}

/** The device's session: a cookie on disk, access tokens that are fetched with it. */
function sessionOf({ d, user, deviceId, origin }: DeviceSpec, { folder, write, log }: DeviceSurroundings) {
  const fetch = cookieFetch(origin, fileJar(join(folder, `${d}.cookie`)));
  const session = personSession({
    userId: user,
    deviceId,
    client: sessionClient(fetch, 'test'),
    locks: fakeLocks(),
    clock: browserClock,
    onGrant: () => undefined,
    onEnded(code) {
      log.warn('session ended', { d, code });
      write({ e: 'phase', t: Date.now(), d, phase: 'ended' });
    },
  });
  return { fetch, session };
}

function readState({ d, user }: DeviceSpec, store: LocalStore): Promise<DeviceState> {
  return store.read(['chats', 'msgs', 'outbox', 'marks'], async (tx) => ({
    d,
    user,
    chats: await tx.range('chats', { index: ':primary' }),
    msgs: await tx.range('msgs', { index: ':primary' }),
    outbox: await tx.range('outbox', { index: ':primary' }),
    marks: (await tx.range('marks', { index: ':primary' })).length,
  }));
}
