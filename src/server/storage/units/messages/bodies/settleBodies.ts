import { canAskToConfirm } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { AppendItem } from '../appendTypes.ts';
import type { BodyDraft, SettledBody } from './BodyRule.ts';
import { bodyRules } from './bodyRules.ts';
import { settleForwards } from './settleForwards.ts';

/** What is stored of the messages of a batch, each by its kind. Most batches are plain texts and cost nothing here. */
export async function settleBodies(
  tx: Tx,
  head: LockedHead,
  drafts: readonly BodyDraft[],
): Promise<ReadonlyMap<AppendItem, SettledBody>> {
  const settled = new Map<AppendItem, SettledBody>();
  const special = drafts.filter(
    ({ item }) => item.k !== messageKind.text || item.fw !== undefined || item.b['ask'] !== undefined,
  );
  if (special.length === 0) return settled;
  const forwards = special.filter(({ item }) => item.fw !== undefined);
  const fetched = await settleForwards(tx, forwards);
  for (const [index, { item }] of forwards.entries()) settled.set(item, fetched[index] ?? { code: 'NOT_FOUND' });
  for (const [kind, rule] of Object.entries(bodyRules)) {
    const own = special.filter(({ item }) => item.k === Number(kind) && item.fw === undefined);
    if (own.length === 0) continue;
    const bodies = await rule(tx, head, own);
    for (const [index, { item }] of own.entries()) settled.set(item, bodies[index] ?? { code: 'INTERNAL' });
  }
  for (const { item, sender } of special) {
    // However it comes: in communities nobody learns of accounts.
    if (item.k === messageKind.person && head.kind === chatKind.community) settled.set(item, { code: 'FORBIDDEN' });
    const isAsking = item.b['ask'] === 1 && item.fw === undefined;
    if (isAsking && !canAskToConfirm(standingOf(head, sender))) settled.set(item, { code: 'FORBIDDEN' });
  }
  return settled;
}
