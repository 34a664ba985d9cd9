import { setTimeout as pause } from 'node:timers/promises';

/** Decides when a device does its next thing. */
export interface Pace {
  /** Resolves when the next operation is due; false when the load has ended. */
  turn(random: () => number): Promise<boolean>;
}

/** Makes the pace of a process: so many operations per second over all its devices, fewer when the machine does not keep up. */
export function createPace(rate: number, devices: number): Pace & { set(on: boolean): void } {
  let isOn = true;
  let slowdown = 1;
  let last = performance.now();
  const beatMs = 500;
  const beat = setInterval(() => {
    const late = performance.now() - last - beatMs;
    last += late + beatMs;
    slowdown = late > 150 ? Math.min(20, slowdown * 1.4) : late < 50 ? Math.max(1, slowdown * 0.85) : slowdown;
  }, beatMs);
  return {
    set(on) {
      isOn = on;
      if (!on) clearInterval(beat);
    },
    async turn(random) {
      const mean = (devices / rate) * 1_000 * slowdown;
      for (let left = -Math.log(1 - random()) * mean; left > 0 && isOn; left -= 250) await pause(Math.min(250, left));
      return isOn;
    },
  };
}
