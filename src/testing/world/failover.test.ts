import { expect, it, vi } from 'vitest';
import type { Clock } from '#sync/ports.ts';
import { createWorld, type World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';

vi.mock('#server/storage/rows/randomId.ts', () => import('./worldIds.ts'));

/** Longer than anything that is promised, ms. */
const patienceMs = 40_000;
/** Real time that a busy machine may take for all worlds of one fault, ms. */
const timeout = 120_000;

/** Times at which the engine of a browser was live again after it had not been, elapsed ms. */
function watchLive({ tabs }: WorldDevice, clock: Clock): { outages: number; back: number | undefined } {
  const seen: { outages: number; back: number | undefined } = { outages: 0, back: undefined };
  let isLive = true;
  for (const { line } of tabs)
    line.onEvent((event) => {
      if (event.t !== 'status') return;
      const now = event.status.phase === 'live';
      if (isLive && !now) seen.outages += 1;
      if (!isLive && now) seen.back = clock.elapsed();
      isLive = now;
    });
  return seen;
}

/** What happens to a device, and what its person does then. */
type Fault = (world: World, device: WorldDevice) => Promise<void> | void;

/** Times until all devices that `fault` cut off are live again, ms, in ascending order. Only worlds in which another process is left count. */
async function measure(isVisible: boolean, fault: Fault): Promise<number[]> {
  const times: number[] = [];
  for (let seed = 1; seed <= 30; seed += 1) {
    const world = await createWorld(seed);
    const { clock, devices } = world;
    for (const device of devices)
      for (const tab of device.tabs) device.show(tab, { visible: isVisible, focused: false, open: [], watch: [] });
    // Faults do not wait for a beat of the heart.
    await clock.advance(60_000 + seed * 379);
    const watches = devices.map((device) => watchLive(device, clock));
    const from = clock.elapsed();
    for (const device of devices) await fault(world, device);
    const isServed = (await world.server.ask(devices[0]?.login as never, 'heartbeat', {})).ok;
    if (isServed) await clock.advance(patienceMs);
    if (isServed) for (const { outages, back } of watches) if (outages > 0) times.push((back ?? Infinity) - from);
    await world.close();
  }
  return times.toSorted((one, other) => one - other);
}

const p99 = (times: readonly number[]): number => times[Math.floor(times.length * 0.99)] ?? Infinity;

it.each<[string, number, boolean, Fault]>([
  ['silence, idle and visible', 12_000, true, (_world, { network }) => network.silence()],
  ['silence, hidden', 25_000, false, (_world, { network }) => network.silence()],
  [
    'silence, and the person looks at the app again',
    5_000,
    true,
    (_w, { network, tabs }) => {
      network.silence();
      for (const { surroundings } of tabs) surroundings.emit('visible');
    },
  ],
  [
    'silence, and the person writes',
    5_000,
    true,
    async ({ chats }, { network, tabs }) => {
      network.silence();
      await tabs[0]?.commands.sendMessage({ c: chats[0] as never, b: { x: 'into the void' } });
    },
  ],
  ['a process dies', 5_000, true, ({ server }) => server.crash(0, 60_000)],
])('P7: %s: live again within %i ms', { timeout }, async (_fault, limitMs, isVisible, fault) => {
  const times = await measure(isVisible, fault);
  expect(times.length).toBeGreaterThan(50);
  expect(p99(times)).toBeLessThanOrEqual(limitMs);
});
