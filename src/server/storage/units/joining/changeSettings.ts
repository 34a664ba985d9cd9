import { canChangeCap, canChangeRights, canChangeSettings, type Standing } from '#domain/permissions.ts';
import { mergeSettings } from '#domain/mergeSettings.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSettings, ChatSettingsChange } from '#protocol/entities/chatSettings.ts';
import { settingFields, type SettingField } from '#protocol/entities/moderation.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { recordAct } from '#server/storage/rows/recordAct.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { enterChat } from '#server/storage/units/chats/enterChat.ts';
import { stampUrevs } from '#server/storage/units/chats/stampUrevs.ts';
import { relist } from '#server/storage/units/guard/relist.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import { tellApprovers } from './tellApprovers.ts';

/** `code`: the join code, null takes it away, absent leaves it. `cap`: most members; `hist`: days of history of who comes in from now on. */
export interface ChangeSettingsInput {
  c: ChatId;
  user: UserId;
  set: ChatSettingsChange;
  code?: string | null | undefined;
  cap?: number | undefined;
  hist?: number | undefined;
  op: OpId;
}

/** Changes switches of a chat in one rev, with an entry in its log; what is so already changes nothing. Throws NOT_MEMBER, FORBIDDEN, BAD (switches that make no sense together). */
export const changeSettings = writeUnit(
  async (tx: Tx, input: ChangeSettingsInput): Promise<ChatOutcome<{ r: number }>> => {
    const { head, me, a } = await enterChat(tx, input.c, input.user);
    const people: UserId[] = [];
    const operation = { userId: input.user, op: input.op, name: 'chat.settings' };
    const { result, isRepeat } = await withOp(tx, operation, async () => {
      const standing = standingOf(head, me);
      if (!mayChange(standing, input)) throw new AppError('FORBIDDEN');
      const fields = await store(tx, head, standing.set, input);
      if (fields) {
        const what = input.set.rights === undefined ? 'settings' : 'rights';
        await recordAct(tx, { c: input.c, by: me.mid, what, detail: { fields } });
        await writeHead(tx, head);
        people.push(...(input.set.rights === undefined ? [] : await tellNewApprovers(tx, head)));
        await stampUrevs(tx, input.c, people);
      }
      return { r: head.rev };
    });
    const change = isRepeat ? undefined : await readChange(tx, input.c, a);
    return { result, ...(change ? { change } : {}), people };
  },
);

/** The cap takes a right of its own, and nothing else needs it. */
function mayChange(standing: Standing, { set, code, cap, hist }: ChangeSettingsInput): boolean {
  if (cap !== undefined && !canChangeCap(standing)) return false;
  const isCapAlone = cap !== undefined && code === undefined && hist === undefined && Object.keys(set).length === 0;
  return isCapAlone || (set.rights === undefined ? canChangeSettings(standing) : canChangeRights(standing));
}

/** Answers what is different now, and then the head has a new rev; undefined: nothing. */
async function store(
  tx: Tx,
  head: LockedHead,
  before: ChatSettings | undefined,
  input: ChangeSettingsInput,
): Promise<SettingField[] | undefined> {
  const [chat] = await tx.sql<{ join_code: string | null }>('SELECT join_code FROM chats WHERE id = ?', [input.c]);
  const code = input.code === undefined ? (chat?.join_code ?? null) : input.code;
  const next = mergeSettings(before, input.set, { kind: head.kind, hasCode: code !== null });
  if (!next) throw new AppError('BAD', { message: 'these settings do not go together' });
  const text = JSON.stringify(next);
  const { cap = head.member_cap, hist = head.history_days } = input;
  const hasBounds = head.kind === chatKind.community && head.parent_id === null;
  if (!hasBounds && (input.cap ?? input.hist) !== undefined) throw new AppError('BAD', { message: 'only communities' });
  const isNew = {
    code: code !== (chat?.join_code ?? null),
    cap: cap !== head.member_cap,
    hist: hist !== head.history_days,
  };
  if (text === head.settings && !Object.values(isNew).includes(true)) return undefined;
  head.rev += 1;
  Object.assign(head, { settings: text, member_cap: cap, history_days: hist });
  await tx.sql('UPDATE chats SET settings = ?, join_code = ?, member_cap = ?, history_days = ?, rev = ? WHERE id = ?', [
    text,
    code,
    cap,
    hist,
    head.rev,
    input.c,
  ]);
  await relist(tx, head);
  return changedFields(before, next, isNew);
}

function changedFields(
  before: ChatSettings | undefined,
  after: ChatSettings,
  isNew: Record<'code' | 'cap' | 'hist', boolean>,
): SettingField[] {
  const isChanged = (field: SettingField): boolean =>
    field === 'code' || field === 'cap' || field === 'hist'
      ? isNew[field]
      : JSON.stringify(before?.[field]) !== JSON.stringify(after[field]);
  return settingFields.filter(isChanged);
}

/** Who may let people in only now has not heard how many wait. */
async function tellNewApprovers(tx: Tx, head: LockedHead): Promise<UserId[]> {
  const waiting = await tx.sql<{ user_id: number }>(
    `SELECT user_id FROM join_requests WHERE chat_id = ? AND state = ${requestState.waiting} LIMIT 1`,
    [head.chat_id],
  );
  return waiting.length > 0 ? tellApprovers(tx, head) : [];
}
