import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccountWorld } from '#testing/accountWorld.ts';
import { createLog, silentLog } from '#server/transport/log.ts';
import { periodicJob } from './periodicJob.ts';
import { seenRecorder } from './seenRecorder.ts';

describe('periodic jobs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('repeat, never overlap, and go on after a failure that is logged', async () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => void lines.push(line),
      () => 0,
    );
    let running = 0;
    let turns = 0;
    const job = periodicJob('x', 100, log, async () => {
      expect(running++).toBe(0);
      await new Promise((done) => setTimeout(done, 250));
      running -= 1;
      if (++turns === 2) throw new Error('full disk');
    });
    job.run();
    await vi.advanceTimersByTimeAsync(99);
    expect(running).toBe(0);
    await vi.advanceTimersByTimeAsync(3 * 350);
    expect(turns).toBe(3);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'error',
      event: 'job.failed',
      job: 'x',
      cause: expect.stringContaining('full disk'),
    });
    // The step under way is waited for, and none follows.
    await vi.advanceTimersByTimeAsync(60);
    const stopped = job.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    await stopped;
    const after = turns;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(turns).toBe(after);
  });
});

describe('the recorder of when devices were here', () => {
  it('writes the newest time, never an older one, and what is left at the end', async () => {
    const world = await createAccountWorld();
    const { grant } = await world.signUp('ana');
    const who = { userId: grant.account.id, current: grant.deviceId };
    const seen = async () => (await world.storage.run('listDevices', who))[0]?.seen;
    const recorder = seenRecorder(world.storage, silentLog, () => world.clock.ms);
    const start = world.clock.ms;
    world.clock.ms = start + 500;
    recorder.note(grant.deviceId);
    expect(await seen()).toBe(start);
    world.clock.ms = start + 900;
    recorder.note(grant.deviceId);
    await recorder.flush();
    expect(await seen()).toBe(start + 900);
    world.clock.ms = start + 100;
    recorder.note(grant.deviceId);
    recorder.note('not-a-device');
    await recorder.stop();
    expect(await seen()).toBe(start + 900);
    await world.storage.close();
  });
});
