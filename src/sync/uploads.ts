import { backoff } from '#base/backoff.ts';
import type { Ack } from '#protocol/errors.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { OutboxEntry, UploadRow } from './changes.ts';
import type { EngineContext } from './engineContext.ts';
import type { Link } from './link.ts';
import type { UploadRun } from './ports.ts';
import { noteSentFiles } from './outbox/sentFiles.ts';
import { failUpload, fileIdsOf } from './outbox/uploadsOf.ts';

/*
 * Files on their way: started at once, a few at a time, in the order of their messages. The rows say how far they are; what runs is only known here and
 * ends with the engine. A file that stood still goes on where the server has it.
 */

const uploadsAtOnce = 3;
/** How often a row is written while its file goes up, ms: each write is announced to every tab. */
const progressMs = 500;
const backoffBaseMs = 1_000;
const backoffCapMs = 60_000;
/** Rows are looked through even if nobody pokes, ms: a poke can be lost with its tab, and a message may have arrived by any way. */
const scanMs = 5_000;

/** The files of an engine. */
export interface UploadKeeper {
  /** Looks at the rows: something was queued, changed or sent. */
  look(): void;
  /** Something was stored: messages that had files may have arrived. */
  onApplied(): void;
  /** A new connection, or the person's word: waits are over. */
  onLive(): void;
}

interface Running {
  run: UploadRun;
  /** bytes that are up and not written yet */
  sent: number;
  /** by the person's wish: no reason to rest */
  isEnded: boolean;
}

interface Keeper {
  readonly ctx: EngineContext;
  readonly link: Link;
  readonly onUp: () => void;
  readonly running: Map<MediaId, Running>;
  readonly rests: Map<MediaId, { failures: number; until: number }>;
  isLooking: boolean;
  isAsked: boolean;
  isWriting: boolean;
  /** rows were there at the last look; most of the time there are none, and nobody reads for them */
  hasRows: boolean;
}

/** Makes the keeper. `onUp`: a file is on the server, or never will be: its message can be looked at. */
export function createUploads(ctx: EngineContext, link: Link, onUp: () => void): UploadKeeper {
  const keeper: Keeper = {
    ...{ ctx, link, onUp, running: new Map(), rests: new Map() },
    ...{ isLooking: false, isAsked: false, isWriting: false, hasRows: false },
  };
  ctx.onEnd(() => {
    for (const { run } of keeper.running.values()) run.stop();
  });
  const tick = (): void => {
    look(keeper);
    ctx.after(scanMs, tick);
  };
  tick();
  ctx.spawn('upload sweep', () => sweep(ctx));
  return {
    look: () => look(keeper),
    onApplied() {
      if (keeper.hasRows) look(keeper);
    },
    onLive() {
      keeper.rests.clear();
      look(keeper);
    },
  };
}

/** Bytes whose tab ended between keeping them and naming them. */
async function sweep(ctx: EngineContext): Promise<void> {
  const used = await ctx.read(['uploads', 'drafts'], async (tx) => {
    const rows = await tx.range('uploads', { index: ':primary' });
    const drafts = await tx.range('drafts', { index: ':primary' });
    return new Set([...rows, ...drafts.flatMap(({ files }) => files ?? [])].map(({ id }) => id));
  });
  await ctx.ports.uploads?.sweep(used);
}

/** Several wishes to look while it looks are one more look. */
function look(keeper: Keeper): void {
  const { ctx } = keeper;
  if (!ctx.ports.uploads || ctx.isStopped()) return;
  keeper.isAsked = true;
  if (keeper.isLooking) return;
  keeper.isLooking = true;
  ctx.spawn('uploads', async () => {
    try {
      while (keeper.isAsked && !ctx.isStopped()) {
        keeper.isAsked = false;
        await lookOnce(keeper);
      }
    } finally {
      keeper.isLooking = false;
    }
  });
}

async function lookOnce(keeper: Keeper): Promise<void> {
  const { ctx, running } = keeper;
  const { rows, entries } = await ctx.read(['uploads', 'outbox'], async (tx) => {
    const files = await tx.range('uploads', { index: ':primary' });
    return { rows: files, entries: files.length > 0 ? await tx.range('outbox', { index: ':primary' }) : [] };
  });
  keeper.hasRows = rows.length > 0;
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [id, one] of running) {
    const row = byId.get(id);
    if (one.isEnded || (row && !row.paused && row.state !== 'gone')) continue;
    one.isEnded = true;
    one.run.stop();
  }
  await putAway(keeper, rows, entries);
  if (keeper.link.isLive()) for (const row of inTurn(keeper, rows, entries)) start(keeper, row);
}

/** What the server has for good, and what nobody wants any more, leaves the device's rows. */
async function putAway({ ctx, running }: Keeper, rows: readonly UploadRow[], entries: OutboxEntry[]): Promise<void> {
  const waiting = new Set(entries.filter(({ state }) => state !== 'acked').map(({ i }) => i));
  const gone = rows.filter(({ id, state }) => state === 'gone' && !running.has(id));
  const arrived = rows.filter(({ cid, state }) => state !== 'gone' && !waiting.has(cid));
  if (gone.length + arrived.length === 0) return;
  const { uploads } = ctx.ports;
  // The bytes first: a row that is still there after a crash is put away again, bytes without a row would only be found by the sweep.
  if (arrived.length > 0) await uploads?.settle(arrived);
  for (const { id } of gone) ctx.spawn('upload cancel', async () => uploads?.cancel(id));
  await uploads?.drop(gone.map(({ id }) => id));
  await ctx.commit(async (tx) => {
    if (arrived.length > 0) await noteSentFiles(tx, arrived, entries, ctx.ports.clock.now());
    await tx.del(
      'uploads',
      [...gone, ...arrived].map(({ id }) => id),
    );
  });
}

/** The next files to send: those that a person has put first, then in the order of their messages and within these. */
function inTurn({ ctx, running, rests }: Keeper, rows: readonly UploadRow[], entries: OutboxEntry[]): UploadRow[] {
  const now = ctx.ports.clock.elapsed();
  const places = new Map<MediaId, number>();
  for (const entry of entries)
    if (entry.state === 'queued' && !entry.old) for (const id of fileIdsOf(entry)) places.set(id, places.size);
  const isReady = ({ id, state, paused }: UploadRow): boolean =>
    (state === 'waiting' || state === 'going') &&
    !paused &&
    !running.has(id) &&
    places.has(id) &&
    (rests.get(id)?.until ?? 0) <= now;
  return rows
    .filter(isReady)
    .toSorted(
      (one, other) =>
        (other.first ?? 0) - (one.first ?? 0) || (places.get(one.id) as number) - (places.get(other.id) as number),
    )
    .slice(0, Math.max(0, uploadsAtOnce - running.size));
}

function start(keeper: Keeper, row: UploadRow): void {
  const { ctx, running } = keeper;
  const { uploads } = ctx.ports;
  if (!uploads) return;
  const run = uploads.send(row, (sent) => {
    const now = running.get(row.id);
    if (!now) return;
    now.sent = sent;
    noteProgress(keeper);
  });
  const one: Running = { run, sent: row.sent, isEnded: false };
  running.set(row.id, one);
  ctx.spawn('upload', async () => {
    const answer = await run.done;
    running.delete(row.id);
    if (!ctx.isStopped()) await settle(keeper, row.id, answer, one.isEnded);
    keeper.onUp();
    look(keeper);
  });
  noteProgress(keeper);
}

/** Writes how far the running files are, a moment later and all at once. */
function noteProgress(keeper: Keeper): void {
  const { ctx, running } = keeper;
  if (keeper.isWriting) return;
  keeper.isWriting = true;
  ctx.after(progressMs, () => {
    keeper.isWriting = false;
    const moved = new Map([...running].map(([id, { sent }]) => [id, sent]));
    if (moved.size === 0) return;
    ctx.spawn('upload progress', () =>
      ctx.commit(async (tx) => {
        const rows = await tx.getMany('uploads', [...moved.keys()]);
        const changed = rows.flatMap((row) => {
          const sent = row && moved.get(row.id);
          const isNews = row && sent !== undefined && (row.state === 'waiting' || row.state === 'going');
          return isNews && (sent !== row.sent || row.state === 'waiting')
            ? [{ ...row, state: 'going' as const, sent }]
            : [];
        });
        await tx.put('uploads', changed);
      }),
    );
  });
}

/** What the end of a run means for its row and its message. */
async function settle(keeper: Keeper, id: MediaId, answer: Ack<null>, isEnded: boolean): Promise<void> {
  const { ctx, rests } = keeper;
  const isFinal = !answer.ok && reactionTo(answer.code) === 'never';
  await ctx.commit(async (tx) => {
    const row = await tx.get('uploads', id);
    if (!row || row.state === 'gone') return;
    if (answer.ok) {
      const { paused: _paused, ...rest } = row;
      await tx.put('uploads', [{ ...rest, state: 'up', sent: row.bytes }]);
    } else if (isFinal) await failUpload(tx, row, answer.code);
    else await tx.put('uploads', [{ ...row, state: 'waiting' }]);
  });
  if (answer.ok || isFinal || isEnded) return void rests.delete(id);
  rest(keeper, id, answer.retry ?? 0);
}

/** A file that could not go on waits, longer with every failure in a row. */
function rest(keeper: Keeper, id: MediaId, leastMs: number): void {
  const { ctx, rests } = keeper;
  const { clock, random } = ctx.ports;
  const failures = rests.get(id)?.failures ?? 0;
  const wait = backoff(failures, { baseMs: backoffBaseMs, capMs: backoffCapMs, random: () => random.float() });
  const ms = Math.max(leastMs, wait);
  rests.set(id, { failures: failures + 1, until: clock.elapsed() + ms });
  ctx.after(ms, () => look(keeper));
}
