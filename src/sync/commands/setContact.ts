import type { Contact } from '#protocol/entities/user.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { ownLane, readLane } from '../lanes.ts';
import type { Commands } from '../commands.ts';
import type { WriteTx } from '../ports.ts';
import { layContact } from '../userRows.ts';
import { isUntried, newEntry, type CommandContext } from './commandContext.ts';

/** Changes my relation to a person; it shows at once if the person is known here. */
export async function setContact(ctx: CommandContext, input: Parameters<Commands['setContact']>[0]): Promise<void> {
  const { user, state, alias } = input;
  const named = alias === undefined ? {} : { alias };
  await ctx.commit(async (tx) => {
    const lane = await readLane(tx, ownLane);
    const waiting = lane.find(
      (entry) => entry.action.t === 'contactSet' && entry.action.user === user && isUntried(entry),
    );
    if (waiting?.action.t === 'contactSet') {
      await tx.put('outbox', [{ ...waiting, action: { ...waiting.action, state, ...named } }]);
    } else {
      await tx.put('outbox', [newEntry({ t: 'contactSet', user, state, ...named, op: ctx.newOp() }, ctx.now())]);
    }
    const shown = await knownContact(tx, user);
    if (shown) await tx.put('contacts', [layContact(shown, { state, ...named })]);
  });
}

/** `urev` 0: the server's row, when it comes, replaces this one. */
async function knownContact(tx: WriteTx, user: Contact['u']): Promise<Contact | undefined> {
  const stored = await tx.get('contacts', user);
  if (stored) return stored;
  const card = await tx.get('users', user);
  return card && { u: user, st: contactState.removed, urev: 0, card };
}
