import { canChangeSettings, canModerate, canMute, canReview, type Standing } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { loadConfig, noRules } from '#server/storage/rows/loadFilter.ts';
import { recordAct, type ActDetail } from '#server/storage/rows/recordAct.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { act, type Acting } from './act.ts';
import type { ActInput, ActOutcome, Done } from './ActOutcome.ts';
import { setMutedUntil } from './applyMute.ts';
import { changeSwitches, switchesOf } from './changeSwitches.ts';
import { approve } from './decideHeld.ts';
import { findMember } from './findMember.ts';
import { findHeld } from './letIn.ts';
import { storeConfig } from './setModeration.ts';

interface Row {
  id: string;
  at: number;
  action: string;
  target_id: number | null;
  detail: string;
  undone_at: number | null;
}
type Undo = (tx: Tx, acting: Acting, row: Row & { chat_id: number }, detail: ActDetail) => Promise<void>;

/** Acts that can be undone, and the right that it takes. What is not here is final. */
const undos: Record<string, { may: (standing: Standing) => boolean; undo: Undo }> = {
  mute: { may: canModerate, undo: undoMute },
  reject: { may: canReview, undo: undoReject },
  freeze: { may: canChangeSettings, undo: undoSwitches },
  thaw: { may: canChangeSettings, undo: undoSwitches },
  slowdown: { may: canChangeSettings, undo: undoSwitches },
  config: { may: canChangeSettings, undo: undoConfig },
};

/** Whether an entry offers an undo now. */
export const canBeUndone = (row: Pick<Row, 'action' | 'at' | 'undone_at'>, now: number): boolean =>
  row.undone_at === null && row.action in undos && now - row.at <= limits.auditUndoMs;

/** Undoes an entry of the log within a day and writes that down too. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND, GONE. */
export const undoAudit = writeUnit((tx, input: ActInput & { id: string }): Promise<ActOutcome<Done>> =>
  act(tx, input, { name: 'audit.undo', may: canModerate }, async (acting) => {
    const [row] = await tx.sql<Row & { chat_id: number }>(
      'SELECT id, at, action, chat_id, target_id, detail, undone_at FROM audit_log WHERE id = ? AND chat_id = ?',
      [input.id, input.c],
    );
    if (!row) throw new AppError('NOT_FOUND');
    const way = undos[row.action];
    if (!way || !canBeUndone(row, tx.now)) throw new AppError('GONE');
    if (!way.may(acting.standing)) throw new AppError('FORBIDDEN');
    await way.undo(tx, acting, row, JSON.parse(row.detail) as ActDetail);
    await tx.sql('UPDATE audit_log SET undone_at = ? WHERE id = ?', [tx.now, row.id]);
    const who = row.target_id === null ? {} : { who: row.target_id };
    await recordAct(tx, { c: input.c, by: acting.me.mid, what: 'undo', ...who, detail: { x: row.action } });
    return {};
  }),
);

/** Gives the word back, or what was left of an earlier mute. A later mute stays. */
async function undoMute(...[tx, acting, row, detail]: Parameters<Undo>): Promise<void> {
  const other = await findMember(tx, row.chat_id, row.target_id ?? 0);
  if (other.muted_until !== detail.until) throw new AppError('GONE');
  if (!canMute(acting.standing, other)) throw new AppError('FORBIDDEN');
  await setMutedUntil(tx, acting, other, (detail.was ?? 0) > tx.now ? detail.was : undefined);
}

/** Sends the refused message after all. */
async function undoReject(...[tx, acting, row, detail]: Parameters<Undo>): Promise<void> {
  const held = await findHeld(tx, row.chat_id, row.target_id ?? 0, detail.cid ?? '');
  if (held.state !== 2) throw new AppError('GONE');
  await approve(tx, acting, held);
}

/** Puts the switches back that this act changed; later changes of others stay. */
async function undoSwitches(...[tx, acting, row, detail]: Parameters<Undo>): Promise<void> {
  const was = detail.set ?? {};
  const { frozen, frozenUntil, ...slow } = switchesOf(acting);
  const frost = (set: ActDetail['set'] = {}) => ({
    ...(set.frozen === undefined ? {} : { frozen: set.frozen }),
    ...(set.frozenUntil === undefined ? {} : { frozenUntil: set.frozenUntil }),
  });
  const { frozen: _on, frozenUntil: _until, ...wasSlow } = was;
  const now = { ...(frozen === undefined ? {} : { frozen }), ...(frozenUntil === undefined ? {} : { frozenUntil }) };
  await changeSwitches(tx, acting, row.action === 'slowdown' ? { ...now, ...wasSlow } : { ...slow, ...frost(was) });
}

/** The rules as they were before. */
async function undoConfig(...[tx, , row, detail]: Parameters<Undo>): Promise<void> {
  const before = detail.config ?? noRules;
  if (JSON.stringify(await loadConfig(tx, row.chat_id)) === JSON.stringify(before)) throw new AppError('GONE');
  await storeConfig(tx, row.chat_id, before);
}
