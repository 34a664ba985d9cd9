import { invariant } from '#base/invariant.ts';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toCid } from '#protocol/casts.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { appendBatch } from '#server/storage/units/messages/appendMessages.ts';
import type { AppendItem } from '#server/storage/units/messages/appendTypes.ts';
import { noteEvent } from '#server/storage/units/miniApps/noteEvent.ts';
import { readScopes } from '#server/storage/units/miniApps/readScopes.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { hasAccount, openAccount } from './openAccount.ts';
import { addCard, addPlace, newCardName, toCardBody, type CardRow } from './cardRows.ts';
import { lockPerson, type PersonInput } from './lockPerson.ts';
import { openOfficial } from './openOfficial.ts';
import { withCall, type AppCall } from './withCall.ts';

export interface AppMessageInput extends PersonInput, AppCall {
  readonly text: string;
  readonly card?: CardWords | undefined;
  readonly isSilent: boolean;
}
/** `left`: messages that may still follow on what the person did. `card`: its id. */
export interface AppMessageResult {
  readonly left: number;
  readonly card?: string;
}

/**
 * A message of an app to a person who lets it write: one act less, and the message in the chat of the two, in one transaction. With a card the card follows the text. Throws
 * NOT_FOUND, FORBIDDEN (not allowed, closed), BLOCKED, FULL (nothing left that it may answer), CID_MISMATCH.
 */
export const sendAppMessage = writeUnit(async (tx, input: AppMessageInput): Promise<ChatOutcome<AppMessageResult>> => {
  const told: Pick<ChatOutcome<null>, 'change' | 'people'> = { people: [] };
  const { result } = await withCall(tx, input, async () => {
    // Only a first message changes the app's own row.
    const { row, user } = await lockPerson(tx, input, (await hasAccount(tx, input.app)) ? 'share' : 'change');
    const scopes = await readScopes(tx, row.id, user);
    if (!scopes.isAllowed('write')) throw new AppError('FORBIDDEN', { message: 'not allowed: write' });
    const account = await openAccount(tx, row);
    await requireNoBlock(tx, user, account);
    const left = await takeAct(tx, row.id, user);
    const card = input.card && (await addCard(tx, row.id, user, input.card));
    Object.assign(told, await post(tx, input, { account, user, card }));
    await tx.sql("UPDATE app_grants SET used_at = ? WHERE app_id = ? AND user_id = ? AND scope = 'write'", [
      ...[tx.now, row.id, user],
    ]);
    await noteEvent(tx, { app: row.id, user }, 'message');
    return { left, ...(card ? { card: card.id } : {}) };
  });
  return { result, ...told };
});

async function requireNoBlock(tx: Tx, user: UserId, account: UserId): Promise<void> {
  const blocks = await tx.sql('SELECT user_id FROM contacts WHERE user_id = ? AND peer_id = ? AND state = ?', [
    ...[user, account],
    contactState.blocked,
  ]);
  if (blocks.length > 0) throw new AppError('BLOCKED');
}

async function takeAct(tx: Tx, app: string, user: UserId): Promise<number> {
  const [use] = await tx.sql<{ acts: number }>(
    'UPDATE app_uses SET acts = acts - 1 WHERE app_id = ? AND user_id = ? AND acts > 0 RETURNING acts',
    [app, user],
  );
  if (!use) throw new AppError('FULL', { message: 'wait until the person does something' });
  return use.acts;
}

async function post(
  tx: Tx,
  { app, text, isSilent }: AppMessageInput,
  { account, user, card }: { account: UserId; user: UserId; card: CardRow | undefined },
): Promise<Pick<ChatOutcome<null>, 'change' | 'people'>> {
  const { head, a, came } = await openOfficial(tx, { app, account, user });
  const c = toChatId(head.chat_id);
  const items: AppendItem[] = [
    // A chat does not name its app, so its messages do.
    { i: toCid(tx.ids.uuid()), k: messageKind.text, b: { x: text, app, ...(isSilent ? { silent: 1 } : {}) } },
  ];
  if (card) {
    const name = newCardName();
    await addPlace(tx, card, c, name);
    // One message of an app is one alert.
    items.push({ i: toCid(tx.ids.uuid()), k: messageKind.card, b: { ...toCardBody(card, name), silent: 1 } });
  }
  const { answers } = await appendBatch(tx, head, { c, requests: [{ userId: account, items }] }, { isApproved: true });
  invariant(
    answers[0]?.every((answer) => 's' in answer),
    'nothing refuses what an app says in its own chat',
  );
  await stampUrevs(tx, c, came);
  const change = await readChange(tx, c, a);
  return { ...(change ? { change } : {}), people: came };
}
