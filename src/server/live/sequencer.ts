import { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type {
  AppendAnswer,
  AppendItem,
  AppendOutput,
  AppendRequest,
} from '#server/storage/units/messages/appendTypes.ts';
import type { Pace } from './pace.ts';

export interface SequencerPorts {
  /** Stores what waited for one chat in one transaction. */
  append(c: ChatId, requests: AppendRequest[]): Promise<AppendOutput>;
  /** A batch is durable. Called before its senders are answered, in commit order per chat. */
  committed(c: ChatId, output: AppendOutput): void;
  /** Whether the last transaction reached the database is unknown: look. */
  inDoubt(c: ChatId): void;
  failed(what: string, error: unknown): void;
  readonly pace: Pace;
}

const itemsMax = 64;
const bytesMax = 256 * 1024;

interface Job {
  request: AppendRequest;
  bytes: number;
  resolve: (answers: AppendAnswer[]) => void;
  reject: (error: unknown) => void;
}

/**
 * One queue per chat: what waits while a transaction runs, or while a hot chat pauses, goes into the next one together, in order of arrival.
 *
 *   send ─▶ [queue of the chat] ─▶ one transaction ─▶ committed ─▶ answers
 *                                        ├─ refused as a whole ─▶ everybody gets the refusal
 *                                        ├─ lost connection ────▶ UNAVAILABLE, look later (in doubt)
 *                                        └─ anything else ──────▶ each item alone
 */
export class Sequencer {
  readonly #ports: SequencerPorts;
  readonly #queues = new Map<ChatId, Job[]>();
  readonly #running = new Map<ChatId, Promise<void>>();

  constructor(ports: SequencerPorts) {
    this.#ports = ports;
  }

  /** Resolves with one answer per item once they are durable. Rejects with what refused the whole request: UNAVAILABLE, NOT_MEMBER. */
  send(c: ChatId, request: AppendRequest): Promise<AppendAnswer[]> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(c) ?? [];
      this.#queues.set(c, queue);
      queue.push({ request, bytes: sizeOf(request.items), resolve, reject });
      if (isFull(queue)) this.#ports.pace.hurry(c);
      if (!this.#running.has(c)) this.#running.set(c, this.#drain(c, queue));
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all(this.#running.values());
    }
  }

  async #drain(c: ChatId, queue: Job[]): Promise<void> {
    const { pace } = this.#ports;
    while (queue.length > 0) {
      const turn = isFull(queue) ? undefined : pace.turn(c);
      if (turn) await turn;
      const batch = takeBatch(queue);
      pace.note(c, countItems(batch));
      await this.#runBatch(c, batch);
    }
    this.#queues.delete(c);
    this.#running.delete(c);
  }

  async #runBatch(c: ChatId, jobs: Job[]): Promise<void> {
    try {
      const output = await this.#ports.append(
        c,
        jobs.map(({ request }) => request),
      );
      this.#ports.committed(c, output);
      for (const [index, job] of jobs.entries()) job.resolve(output.answers[index] ?? []);
    } catch (error) {
      if (!isUnknown(error)) return this.#refuse(c, jobs, error);
      this.#ports.failed('append', error);
      for (const job of jobs) job.resolve(await this.#sendSingly(c, job.request));
    }
  }

  #refuse(c: ChatId, jobs: readonly Job[], error: unknown): void {
    if (error instanceof AppError && error.code === 'UNAVAILABLE') this.#ports.inDoubt(c);
    for (const { reject } of jobs) reject(error);
  }

  /** Finds the item that cannot be stored. Those behind it wait for its repeat, because one person's messages keep their order. */
  async #sendSingly(c: ChatId, request: AppendRequest): Promise<AppendAnswer[]> {
    const answers: AppendAnswer[] = [];
    let broken = false;
    for (const item of request.items) {
      if (broken) {
        answers.push({ i: item.i, code: 'UNAVAILABLE' });
        continue;
      }
      try {
        const output = await this.#ports.append(c, [{ ...request, items: [item] }]);
        this.#ports.committed(c, output);
        answers.push(...(output.answers[0] ?? []));
      } catch (error) {
        broken = true;
        if (isUnknown(error)) this.#ports.failed('append', error);
        else if (error instanceof AppError && error.code === 'UNAVAILABLE') this.#ports.inDoubt(c);
        answers.push({ i: item.i, code: error instanceof AppError ? error.code : 'INTERNAL' });
      }
    }
    return answers;
  }
}

const isUnknown = (error: unknown): boolean => !(error instanceof AppError) || error.code === 'INTERNAL';

/** No more would go into one transaction. */
function isFull(queue: readonly Job[]): boolean {
  let items = 0;
  let size = 0;
  return queue.some(({ request, bytes }) => {
    items += request.items.length;
    size += bytes;
    return items >= itemsMax || size >= bytesMax;
  });
}

const countItems = (jobs: readonly Job[]): number => jobs.reduce((sum, { request }) => sum + request.items.length, 0);

function takeBatch(queue: Job[]): Job[] {
  let items = 0;
  let bytes = 0;
  let count = 0;
  for (const job of queue) {
    items += job.request.items.length;
    bytes += job.bytes;
    if (count > 0 && (items > itemsMax || bytes > bytesMax)) break;
    count += 1;
  }
  return queue.splice(0, count);
}

/** Rough size of what travels to the database: text counts, the rest is small. */
function sizeOf(items: readonly AppendItem[]): number {
  let bytes = 0;
  for (const { b } of items) bytes += 200 + (typeof b['x'] === 'string' ? b['x'].length * 2 : 0);
  return bytes;
}
