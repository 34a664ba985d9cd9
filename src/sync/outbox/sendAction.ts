import type { Contact, Pref } from '#protocol/entities/user.ts';
import type { Ack, ErrorCode } from '#protocol/errors.ts';
import { invariant } from '#base/invariant.ts';
import type { LocalChat, OutboxAction, OutboxEntry } from '../changes.ts';
import { ownLane, readLane } from '../lanes.ts';
import { loadChat } from '../loadChat.ts';
import { saveChat } from '../saveChat.ts';
import type { Link } from '../link.ts';
import { countChat } from '../merge/countChat.ts';
import { isArrived } from '../merge/mergeOutbox.ts';
import { laySettings, takeSettings } from '../merge/takeMe.ts';
import type { ChatSettings } from '../commands.ts';
import type { WriteTx } from '../ports.ts';
import { isKeepAction, keepIdOf } from '../keptRows.ts';
import { sendKeep } from './sendKeep.ts';
import { putUserRows } from '../userRows.ts';
import { toItem } from './toItem.ts';
import { sendFilesAgain } from './uploadsOf.ts';

/** What a single action's answer means for the store; runs in the transaction that settles the entry. `resync`: ask for the state again. */
export type Settle = (tx: WriteTx, entry: OutboxEntry) => Promise<'resync' | undefined>;

type UserAction = Extract<OutboxAction, { t: 'hide' | 'keep' | 'keepNote' | 'keepDrop' | 'contactSet' | 'prefSet' }>;

/** Sends any action but a message. `settle` of a success removes the entry or leaves it `acked` until the watermark has it. */
export async function sendAction(link: Link, action: OutboxAction): Promise<Ack<Settle>> {
  if (isKeepAction(action)) return sendKeep(link, action);
  switch (action.t) {
    case 'edit': {
      invariant(action.s !== undefined, 'an edit that is sent knows its message');
      const { c, s, b, op } = action;
      return withRev(await link.request('message.edit', { c, s, b, op }), action);
    }
    case 'unsend': {
      invariant(action.s !== undefined, 'an unsend that is sent knows its message');
      return withRev(await link.request('message.unsend', { c: action.c, s: action.s, op: action.op }), action);
    }
    case 'react': {
      const { c, s, e, op } = action;
      return withRev(await link.request('message.react', { c, s, e, op }), action);
    }
    case 'vote': {
      const { c, s, o, op } = action;
      const ack = await link.request('message.vote', { c, s, o: [...o], op });
      const settled = withRev(ack, action);
      if (!ack.ok || !settled.ok) return settled;
      return {
        ok: true,
        async data(tx, entry) {
          await noteVote(tx, action, ack.data.r);
          return settled.data(tx, entry);
        },
      };
    }
    case 'dropLink':
      return withRev(await link.request('link.drop', { c: action.c, s: action.s, op: action.op }), action);
    case 'chatSet': {
      const ack = await link.request('chat.set', { c: action.c, ...action.set, op: action.op });
      return ack.ok ? { ok: true, data: (tx, entry) => settleSettings(tx, entry, action.c, ack.data.me) } : ack;
    }
    case 'hide':
      return sendHide(link, action);
    case 'schedule': {
      const { c, at, op } = action;
      const ack = await link.request('schedule.add', { c, item: toItem(action), at, op });
      // What waits on the server comes as a list of its own.
      return ack.ok ? { ok: true, data: async (tx, entry) => tx.del('outbox', [entry.id]).then(() => undefined) } : ack;
    }
    case 'contactSet':
      return sendContact(link, action);
    case 'prefSet': {
      const ack = await link.request('pref.set', { key: action.key, val: action.val, op: action.op });
      const pref = { key: action.key, val: action.val };
      return ack.ok
        ? { ok: true, data: (tx, entry) => settleUser(tx, entry, action, { prefs: [{ ...pref, urev: ack.data.u }] }) }
        : ack;
    }
    case 'send':
      throw new Error('messages go out in runs');
  }
}

async function sendContact(link: Link, action: Extract<OutboxAction, { t: 'contactSet' }>): Promise<Ack<Settle>> {
  const { user, state, op } = action;
  const alias = action.alias === undefined ? {} : { alias: action.alias };
  const ack = await link.request('contact.set', { user, state, op, ...alias });
  if (!ack.ok) return ack;
  return { ok: true, data: (tx, entry) => settleUser(tx, entry, action, { contacts: [ack.data.contact] }) };
}

/** The rows are here since the person did it. */
async function sendHide(link: Link, { c, seqs, op }: Extract<OutboxAction, { t: 'hide' }>): Promise<Ack<Settle>> {
  const ack = await link.request('message.hide', { c, seqs: [...seqs], op });
  if (!ack.ok) return ack;
  return {
    ok: true,
    async data(tx, entry) {
      await tx.del('outbox', [entry.id]);
      return undefined;
    },
  };
}

/** What a final refusal means: a message that is gone needs no change any more; a setting falls back to what the server has; the rest is shown. */
export async function settleRefusal(tx: WriteTx, entry: OutboxEntry, code: ErrorCode): Promise<'resync' | undefined> {
  const { action } = entry;
  // Files that the server has lost go up once more.
  if (action.t === 'schedule' && code === 'NOT_FOUND' && (await sendFilesAgain(tx, entry))) return undefined;
  const isMoot =
    (action.t === 'edit' && code === 'GONE') ||
    ((action.t === 'react' || action.t === 'vote' || action.t === 'dropLink') &&
      (code === 'GONE' || code === 'NOT_FOUND'));
  const isSetting =
    action.t === 'chatSet' ||
    action.t === 'hide' ||
    isKeepAction(action) ||
    action.t === 'contactSet' ||
    action.t === 'prefSet';
  if (!isMoot && !isSetting) {
    await tx.put('outbox', [{ ...entry, state: 'failed', err: code }]);
    return undefined;
  }
  await tx.del('outbox', [entry.id]);
  if (action.t === 'chatSet') {
    const chat = await tx.get('chats', action.c);
    if (chat) await tx.put('chats', [forgetSettings(chat)]);
  } else if (isSetting) await forgetUserRow(tx, action);
  return isSetting ? 'resync' : undefined;
}

/** A full list replaces what was shown ahead of the server. */
async function forgetUserRow(tx: WriteTx, action: UserAction): Promise<void> {
  if (action.t === 'contactSet') await tx.del('contacts', [action.user]);
  else if (isKeepAction(action)) await tx.del('keeps', [keepIdOf(action)]);
  else if (action.t === 'hide') await tx.del('hidden', toHiddenKeys(action));
  else await tx.del('prefs', [action.key]);
  await tx.put('meta', [{ key: 'urev', val: 0 }]);
}

const toHiddenKeys = ({ c, seqs }: { c: LocalChat['c']; seqs: readonly number[] }) =>
  seqs.map((s): [LocalChat['c'], number] => [c, s]);

const forgetSettings = (chat: LocalChat): LocalChat => ({ ...chat, haveRev: 0, me: { ...chat.me, mv: 0 } });

function withRev(ack: Ack<{ r: number }>, action: { c: LocalChat['c'] }): Ack<Settle> {
  if (!ack.ok) return ack;
  const { r } = ack.data;
  return {
    ok: true,
    async data(tx, entry) {
      const chat = await tx.get('chats', action.c);
      const acked = { ...entry, state: 'acked' as const, r };
      // Until the change itself has arrived the entry keeps showing its effect.
      if (chat && !isArrived(acked, chat)) await tx.put('outbox', [acked]);
      else await tx.del('outbox', [entry.id]);
      return undefined;
    },
  };
}

/**
 * My vote is in the row from the answer on, also where the change itself is only made for the whole chat. A row that has come as far knows it already, and perhaps that another
 * device of mine had the last word in the same moment.
 */
async function noteVote(tx: WriteTx, { c, s, o }: Extract<OutboxAction, { t: 'vote' }>, r: number): Promise<void> {
  const row = await tx.get('msgs', [c, s]);
  if (row && row.del === undefined && row.r < r) await tx.put('msgs', [{ ...row, mb: [...o] }]);
}

async function settleSettings(
  tx: WriteTx,
  entry: OutboxEntry,
  c: LocalChat['c'],
  me: LocalChat['me'],
): ReturnType<Settle> {
  await tx.del('outbox', [entry.id]);
  const before = await loadChat(tx, c, { from: me.rs + 1 });
  if (!before) return undefined;
  if (me.mv < before.chat.me.mv) {
    // A repeat is answered with the result of the first try; another device has changed the settings since.
    await tx.put('chats', [forgetSettings(before.chat)]);
    return 'resync';
  }
  const taken = takeSettings(before, me);
  const later = (await readLane(tx, ownLane)).flatMap(({ action, state }): ChatSettings[] =>
    action.t === 'chatSet' && action.c === c && state === 'queued' ? [action.set] : [],
  );
  const { chat } = taken;
  const laid = later.reduce((standing, set) => laySettings(standing, set, chat.head.rev), chat.me);
  await saveChat(tx, before, countChat({ ...taken, chat: { ...chat, me: laid } }));
  return undefined;
}

async function settleUser(
  tx: WriteTx,
  entry: OutboxEntry,
  action: UserAction,
  rows: { contacts: [Contact] } | { prefs: [Pref] },
): ReturnType<Settle> {
  await tx.del('outbox', [entry.id]);
  const [stored, answered] =
    'contacts' in rows
      ? [await tx.get('contacts', rows.contacts[0].u), rows.contacts[0]]
      : [await tx.get('prefs', rows.prefs[0].key), rows.prefs[0]];
  if (stored && answered.urev < stored.urev) {
    // A repeat is answered with the result of the first try. Another device has changed the row since, and my wish was laid over that.
    await forgetUserRow(tx, action);
    return 'resync';
  }
  await putUserRows(tx, rows);
  return undefined;
}
