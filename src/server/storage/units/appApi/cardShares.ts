import { hash } from 'node:crypto';
import type { CardBody } from '#protocol/entities/appCards.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, ChatId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { readUnit, writeUnit, type Tx } from '#server/storage/unit.ts';
import { findOp, withOp } from '#server/storage/units/accounts/withOp.ts';
import { lockUse } from '#server/storage/units/miniApps/lockUse.ts';
import { noteEvent } from '#server/storage/units/miniApps/noteEvent.ts';
import { readScopes } from '#server/storage/units/miniApps/readScopes.ts';
import { requireOpen } from '#server/storage/units/miniApps/standingAt.ts';
import { addPlace, toCardBody, type CardRow } from './cardRows.ts';

export interface OwnCardInput {
  readonly app: AppId;
  readonly user: UserId;
  readonly card: string;
}
export interface ShareInput extends OwnCardInput {
  readonly op: OpId;
  readonly chats: readonly ChatId[];
}
/** What to post into each chat; `sent`: it was done before, into so many. */
export type OpenedShare = { readonly sent: number } | { readonly bodies: readonly (readonly [ChatId, CardBody])[] };

const request = 'app.share';

/** A card that was prepared for this person, as it would be posted. Throws NOT_FOUND, GONE (too old). */
export const getOwnCard = readUnit(async (tx, input: OwnCardInput): Promise<CardBody> => {
  const card = await loadOwn(tx, input);
  return toCardBody(card, card.id);
});

/** Begins a share: the app may offer cards, and the places are noted before any message is made. Throws NOT_FOUND, GONE (too old), FORBIDDEN. */
export const openShare = writeUnit(async (tx, input: ShareInput): Promise<OpenedShare> => {
  const { app, user, op } = input;
  const row = await lockUse(tx, app, user);
  const done = await findOp<{ sent: number }>(tx, { userId: user, op, name: request });
  if (done) return { sent: done.result.sent };
  await requireOpen(tx, row, user);
  const card = await loadOwn(tx, input);
  const scopes = await readScopes(tx, app, user);
  if (!scopes.isAllowed('share')) throw new AppError('FORBIDDEN', { message: 'not allowed: share' });
  const bodies: [ChatId, CardBody][] = [];
  for (const c of new Set(input.chats)) {
    const name = toPlaceName(op, c);
    await addPlace(tx, card, c, name);
    bodies.push([c, toCardBody(card, name)]);
  }
  return { bodies };
});

/** Ends a share: notes into how many chats it went, which the person reads later, and lets the app answer what he did. A repeat changes nothing. Throws NOT_FOUND. */
export const closeShare = writeUnit(
  async (tx, input: { app: AppId; user: UserId; op: OpId; sent: number }): Promise<{ sent: number }> => {
    const { app, user, op, sent } = input;
    const { result } = await withOp(tx, { userId: user, op, name: request }, async () => {
      await lockUse(tx, app, user);
      await tx.sql('UPDATE app_uses SET acts = ? WHERE app_id = ? AND user_id = ?', [limits.appActsMax, app, user]);
      await tx.sql("UPDATE app_grants SET used_at = ? WHERE app_id = ? AND user_id = ? AND scope = 'share'", [
        ...[tx.now, app, user],
      ]);
      await noteEvent(tx, { app, user }, 'shared', { n: sent });
      return { sent };
    });
    return result;
  },
);

/** The same for every repeat, and of no use to anybody who does not know the op. */
const toPlaceName = (op: OpId, c: ChatId): string =>
  hash('sha256', `card place ${op} ${c}`, 'buffer').subarray(0, 16).toString('base64url');

async function loadOwn(tx: Tx, { app, user, card }: OwnCardInput): Promise<CardRow> {
  const [row] = await tx.sql<CardRow>('SELECT * FROM app_cards WHERE id = ? AND app_id = ? AND user_id = ?', [
    card,
    app,
    user,
  ]);
  if (!row) throw new AppError('NOT_FOUND', { message: 'no such card' });
  if (row.made_at + limits.cardPreparedMs < tx.now) throw new AppError('GONE');
  return row;
}
