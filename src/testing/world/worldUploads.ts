import type { MediaId } from '#protocol/entities/media.ts';
import type { Ack } from '#protocol/errors.ts';
import type { UploadRow } from '#sync/changes.ts';
import type { Clock, UploadRun, Uploads } from '#sync/ports.ts';
import type { WorldNetwork } from './worldNetwork.ts';

/** Where the bytes of a device's files go; see `takeBytes`. */
export type BringBytes = (file: UploadRow, at?: number, count?: number) => Promise<Ack<number>>;

/** The files of one browser: its disk, and the line on which they leave. */
export interface WorldUploads {
  /** files whose bytes the device keeps */
  readonly disk: Set<MediaId>;
  /** bytes of a file that one step brings to the server; 0: nothing moves */
  speed: number;
  /** Every run that is under way ends as if its line was cut. */
  cut(): void;
  /** The port as a tab has it. Its runs end with the tab, and stand still while the tab is frozen: its clock says so. */
  port(clock: Clock, isDead: () => boolean): Uploads;
}

/** Pause between two steps of a run, ms. */
const stepMs = 400;
/** A run that brings nothing for so long gives up, ms. */
const stallMs = 30_000;

interface Run {
  end(answer: Ack<null>): void;
}

/** Makes them. `bring` reaches the server whatever the line says: the line is asked here. */
export function worldUploads(
  network: Pick<WorldNetwork, 'isUp' | 'isHeld'>,
  bring: BringBytes,
  cancel: (id: MediaId) => Promise<void>,
): WorldUploads {
  const disk = new Set<MediaId>();
  const runs = new Set<Run>();
  const uploads: WorldUploads = {
    disk,
    speed: 40,
    cut() {
      for (const run of runs) run.end({ ok: false, code: 'UNAVAILABLE' });
    },
    port: (clock, isDead) => ({
      send: (file, onSent) => {
        if (!disk.has(file.id))
          return { done: Promise.resolve({ ok: false, code: 'NOT_FOUND' }), stop: () => undefined };
        return startRun({ uploads, network, bring, clock, isDead, runs }, file, onSent);
      },
      cancel: async (id) => (network.isUp && !isDead() ? cancel(id) : undefined),
      settle: async (files) => files.forEach(({ id }) => disk.delete(id)),
      drop: async (ids) => ids.forEach((id) => disk.delete(id)),
      sweep: async (used) => [...disk].filter((id) => !used.has(id)).forEach((id) => disk.delete(id)),
    }),
  };
  return uploads;
}

interface Ground {
  readonly uploads: WorldUploads;
  readonly network: Pick<WorldNetwork, 'isUp' | 'isHeld'>;
  readonly bring: BringBytes;
  readonly clock: Clock;
  readonly runs: Set<Run>;
  isDead(): boolean;
}

/** Refusals of an upload that is under way, not of its file; as the browser's port tells them apart. */
const passing: ReadonlySet<string> = new Set(['STALE', 'GONE', 'NOT_FOUND']);

function startRun(ground: Ground, file: UploadRow, onSent: (bytes: number) => void): UploadRun {
  const { uploads, network, bring, clock, runs, isDead } = ground;
  const { promise, resolve } = Promise.withResolvers<Ack<null>>();
  const run: Run = {
    end(answer) {
      if (runs.delete(run)) resolve(answer);
    },
  };
  runs.add(run);
  let there: number | undefined;
  let stoodMs = 0;
  const step = async (): Promise<void> => {
    if (isDead()) return void runs.delete(run);
    if (!runs.has(run)) return;
    if (!network.isUp) return run.end({ ok: false, code: 'UNAVAILABLE' });
    const count = there === undefined ? 0 : uploads.speed;
    const isStill = network.isHeld || (there !== undefined && count === 0);
    stoodMs = isStill ? stoodMs + stepMs : 0;
    if (stoodMs > stallMs) return run.end({ ok: false, code: 'TIMEOUT' });
    if (!isStill) {
      // Of a process that has died nothing comes back.
      const giveUp = clock.after(stallMs, () => run.end({ ok: false, code: 'TIMEOUT' }));
      const ack = await (there === undefined ? bring(file) : bring(file, there, count));
      giveUp();
      // Whoever has ended meanwhile hears nothing; the bytes are there all the same.
      if (isDead()) return void runs.delete(run);
      if (!runs.has(run)) return;
      if (!ack.ok)
        return run.end(there !== undefined && passing.has(ack.code) ? { ok: false, code: 'UNAVAILABLE' } : ack);
      there = ack.data;
      onSent(there);
      if (there >= file.bytes) return run.end({ ok: true, data: null });
    }
    clock.after(stepMs, () => void step());
  };
  clock.after(1, () => void step());
  return { done: promise, stop: () => run.end({ ok: false, code: 'TIMEOUT' }) };
}
