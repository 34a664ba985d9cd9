import { describe, expect, it } from 'vitest';
import { deferred } from '#base/deferred.ts';
import type { StopSignal } from '#sync/ports.ts';
import { webLocks } from './webLocks.ts';

let next = 0;
const name = (): string => `test-${performance.timeOrigin}-${next++}`;

function stopSignal(): StopSignal & { stop(): void } {
  const works: (() => void)[] = [];
  let stopped = false;
  return {
    get stopped() {
      return stopped;
    },
    onStop: (work) => void works.push(work),
    stop() {
      stopped = true;
      for (const work of works) work();
    },
  };
}

describe('webLocks', () => {
  it('lets one holder in at a time', async () => {
    const lock = name();
    const log: string[] = [];
    const first = deferred();
    const one = webLocks.hold(lock, async () => {
      log.push('one in');
      await first.promise;
      log.push('one out');
    });
    const two = webLocks.hold(lock, () => {
      log.push('two in');
      return Promise.resolve();
    });
    await navigator.locks.query();
    first.resolve();
    await Promise.all([one, two]);
    expect(log).toEqual(['one in', 'one out', 'two in']);
  });

  it('ends a wait quietly when it is stopped, without running the work', async () => {
    const lock = name();
    const held = deferred();
    const holder = webLocks.hold(lock, () => held.promise);
    const signal = stopSignal();
    let ran = false;
    const waiting = webLocks.hold(
      lock,
      () => {
        ran = true;
        return Promise.resolve();
      },
      { signal },
    );
    signal.stop();
    await waiting;
    held.resolve();
    await holder;
    expect(ran).toBe(false);
  });

  it('tells the holder when the lock is taken away, and waits until its work has ended', async () => {
    const lock = name();
    const log: string[] = [];
    const isIn = deferred();
    const victim = webLocks.hold(lock, async (lost) => {
      isIn.resolve();
      await lost;
      log.push('lost');
    });
    await isIn.promise;
    await webLocks.hold(lock, () => Promise.resolve(void log.push('stolen')), { steal: true });
    await victim;
    expect(log.toSorted()).toEqual(['lost', 'stolen']);
  });

  it('gives the lock back when the work fails, and passes the failure on', async () => {
    const lock = name();
    await expect(webLocks.hold(lock, () => Promise.reject(new Error('work failed')))).rejects.toThrow('work failed');
    await webLocks.hold(lock, () => Promise.resolve());
  });
});
