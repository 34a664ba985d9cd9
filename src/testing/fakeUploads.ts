import type { MediaId } from '#protocol/entities/media.ts';
import type { Ack, ErrorCode } from '#protocol/errors.ts';
import type { Clock, UploadRun, Uploads } from '#sync/ports.ts';

/** The device's bytes and the server's, with a line between them whose speed a test sets. */
export interface FakeUploads extends Uploads {
  /** bytes a second of each run; 0: everything stands still */
  speed: number;
  /** how the next runs end instead, by id; once each */
  readonly refusals: Map<MediaId, ErrorCode>;
  /** bytes the server has, by id */
  readonly onServer: Map<MediaId, number>;
  /** ids of which runs are under way */
  readonly running: Set<MediaId>;
  /** what was asked for, in order */
  readonly log: string[];
  /** the most runs at one time */
  most: number;
  /** Every run ends as if the line was cut. */
  cut(): void;
}

const stepMs = 100;

/** Makes it; nothing moves before `speed` is set. */
export function fakeUploads(clock: Clock): FakeUploads {
  const ends = new Map<MediaId, (answer: Ack<null>) => void>();
  const fake: FakeUploads = {
    ...{ speed: 0, most: 0, refusals: new Map(), onServer: new Map(), running: new Set(), log: [] },
    send(file, onSent): UploadRun {
      const { id, bytes } = file;
      if (fake.running.has(id)) throw new Error(`two runs of ${id}`);
      const { promise, resolve } = Promise.withResolvers<Ack<null>>();
      fake.running.add(id);
      fake.most = Math.max(fake.most, fake.running.size);
      fake.log.push(`send ${id} from ${fake.onServer.get(id) ?? 0}`);
      const end = (answer: Ack<null>): void => {
        if (!fake.running.delete(id)) return;
        ends.delete(id);
        resolve(answer);
      };
      ends.set(id, end);
      const refusal = fake.refusals.get(id);
      fake.refusals.delete(id);
      const step = (): void => {
        if (!fake.running.has(id)) return;
        if (refusal) return end({ ok: false, code: refusal });
        const up = Math.min(bytes, (fake.onServer.get(id) ?? 0) + (fake.speed * stepMs) / 1_000);
        fake.onServer.set(id, up);
        onSent(up);
        if (up === bytes) end({ ok: true, data: null });
        else clock.after(stepMs, step);
      };
      clock.after(stepMs, step);
      return { done: promise, stop: () => end({ ok: false, code: 'TIMEOUT' }) };
    },
    async cancel(id) {
      fake.log.push(`cancel ${id}`);
      fake.onServer.delete(id);
    },
    async settle(files) {
      for (const { id } of files) fake.log.push(`settle ${id}`);
    },
    async drop(ids) {
      for (const id of ids) fake.log.push(`drop ${id}`);
    },
    async sweep(used) {
      fake.log.push(`sweep ${[...used].toSorted().join(' ')}`.trim());
    },
    cut() {
      for (const end of ends.values()) end({ ok: false, code: 'UNAVAILABLE' });
    },
  };
  return fake;
}
