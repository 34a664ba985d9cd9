import type { Kept } from '#protocol/entities/kept.ts';
import type { OutboxAction } from './changes.ts';
import type { WriteTx } from './ports.ts';
import { readUrev } from './readUrev.ts';

/** What changes what I keep. */
export type KeepAction = Extract<OutboxAction, { t: 'keep' | 'keepNote' | 'keepDrop' }>;

export const isKeepAction = (action: OutboxAction): action is KeepAction =>
  action.t === 'keep' || action.t === 'keepNote' || action.t === 'keepDrop';

/** What something I keep will be once the server has my wishes, oldest first; undefined: I keep it no longer. */
export function layKept(kept: Kept | undefined, wishes: readonly KeepAction[]): Kept | undefined {
  let next = kept?.gone === 1 ? undefined : kept;
  for (const wish of wishes) {
    if (wish.t === 'keepDrop') next = undefined;
    else if (wish.t === 'keep') next ??= wish.kept;
    else next = withNote(next ?? { i: wish.i, urev: 0, at: wish.at }, wish.x);
  }
  return next;
}

function withNote({ x: _before, ...kept }: Kept, x: string): Kept {
  return x.trim() === '' ? kept : { ...kept, x };
}

/** The thing an action is about. */
export const keepIdOf = (action: KeepAction): Kept['i'] => (action.t === 'keep' ? action.kept.i : action.i);

/**
 * Stores what I keep as the server has it: the higher `urev` wins, and what waits stays laid over. `isFull`: what waits is all there is beside it. A row of a change that is known already, and is not here, went since:
 * a page that was read before that says nothing new.
 */
export async function putKeeps(
  tx: WriteTx,
  keeps: readonly Kept[],
  pending: readonly OutboxAction[],
  isFull: boolean,
): Promise<void> {
  const wishes = Map.groupBy(pending.filter(isKeepAction), keepIdOf);
  const stored = await tx.getMany(
    'keeps',
    keeps.map(({ i }) => i),
  );
  const known = isFull ? 0 : await readUrev(tx);
  const newer = keeps.filter((kept, index) => {
    const here = stored[index]?.urev ?? 0;
    return kept.urev > known ? kept.urev >= here : kept.urev === here;
  });
  const latest = new Map<Kept['i'], Kept | undefined>(isFull ? [...wishes.keys()].map((i) => [i, undefined]) : []);
  for (const kept of newer) latest.set(kept.i, kept);
  const laid = [...latest].map(([i, kept]) => ({ i, kept: layKept(kept, wishes.get(i) ?? []) }));
  const put = laid.flatMap(({ kept }) => kept ?? []);
  if (put.length > 0) await tx.put('keeps', put);
  const del = laid.filter(({ kept }) => !kept).map(({ i }) => i);
  if (del.length > 0) await tx.del('keeps', del);
}
