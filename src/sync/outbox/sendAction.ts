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
import { putUserRows } from '../userRows.ts';

/** What a single action's answer means for the store; runs in the transaction that settles the entry. `resync`: ask for the state again. */
export type Settle = (tx: WriteTx, entry: OutboxEntry) => Promise<'resync' | undefined>;

type UserAction = Extract<OutboxAction, { t: 'contactSet' | 'prefSet' }>;

/** Sends any action but a message. `settle` of a success removes the entry or leaves it `acked` until the watermark has it. */
export async function sendAction(link: Link, action: OutboxAction): Promise<Ack<Settle>> {
  switch (action.t) {
    case 'edit': {
      invariant(action.s !== undefined, 'an edit that is sent knows its message');
      return withRev(
        await link.request('message.edit', { c: action.c, s: action.s, b: action.b, op: action.op }),
        action,
      );
    }
    case 'unsend': {
      invariant(action.s !== undefined, 'an unsend that is sent knows its message');
      return withRev(await link.request('message.unsend', { c: action.c, s: action.s, op: action.op }), action);
    }
    case 'react':
      return withRev(
        await link.request('message.react', { c: action.c, s: action.s, e: action.e, op: action.op }),
        action,
      );
    case 'chatSet': {
      const ack = await link.request('chat.set', { c: action.c, ...action.set, op: action.op });
      return ack.ok ? { ok: true, data: (tx, entry) => settleSettings(tx, entry, action.c, ack.data.me) } : ack;
    }
    case 'contactSet': {
      const { user, state, op } = action;
      const alias = action.alias === undefined ? {} : { alias: action.alias };
      const ack = await link.request('contact.set', { user, state, op, ...alias });
      return ack.ok
        ? { ok: true, data: (tx, entry) => settleUser(tx, entry, action, { contacts: [ack.data.contact] }) }
        : ack;
    }
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

/** What a final refusal means: a message that is gone needs no change any more; a setting falls back to what the server has; the rest is shown. */
export async function settleRefusal(tx: WriteTx, entry: OutboxEntry, code: ErrorCode): Promise<'resync' | undefined> {
  const { action } = entry;
  const isMoot =
    (action.t === 'edit' && code === 'GONE') || (action.t === 'react' && (code === 'GONE' || code === 'NOT_FOUND'));
  const isSetting = action.t === 'chatSet' || action.t === 'contactSet' || action.t === 'prefSet';
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
  else await tx.del('prefs', [action.key]);
  await tx.put('meta', [{ key: 'urev', val: 0 }]);
}

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
