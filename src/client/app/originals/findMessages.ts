import type { Row } from '#protocol/entities/messages.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalStore, Log, Rpc } from '#sync/ports.ts';

interface FindDeps {
  store: LocalStore;
  rpc: Rpc;
  log: Log;
}

/** Messages by their places: those of the device at once, then the server's answer about all of them. See `Services.findMessages`. */
export async function findMessages(
  deps: FindDeps,
  { c, seqs }: { c: ChatId; seqs: readonly number[] },
  show: (found: ReadonlyMap<number, Row | null>) => void,
): Promise<void> {
  const cached = await readCached(deps, c, seqs);
  if (cached.size > 0) show(cached);
  // What the device has is kept up to date by itself, as far as it claims to; a row that waits for its content is not.
  const missing = seqs.filter((seq) => !cached.has(seq));
  if (missing.length === 0) return;
  const answer = await deps.rpc.call('messages.get', { c, seqs: [...missing] });
  if (!answer.ok) return;
  const rows = new Map(answer.data.rows.map((row) => [row.s, row]));
  show(new Map(missing.map((seq) => [seq, rows.get(seq) ?? null])));
}

async function readCached(
  { store, log }: FindDeps,
  c: ChatId,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, Row>> {
  try {
    const rows = await store.read(['msgs'], (tx) =>
      tx.getMany(
        'msgs',
        seqs.map((s): [ChatId, number] => [c, s]),
      ),
    );
    return new Map(rows.flatMap((row) => (row && row.need === undefined ? [[row.s, row as Row]] : [])));
  } catch (error) {
    log.warn('originals.unreadable', { c, error: String(error) });
    return new Map();
  }
}
