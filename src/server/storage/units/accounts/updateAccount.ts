import type { Account } from '#protocol/entities/user.ts';
import type { OpId, UserId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { mediaUse } from '#server/storage/schema/mediaTables.ts';
import { replacePicture } from '#server/storage/rows/replacePicture.ts';
import { readAccount } from './readAccount.ts';
import { withOp } from './withOp.ts';

/** Absent fields stay; null clears. */
export interface AccountChange {
  readonly userId: UserId;
  readonly op: OpId;
  readonly name?: string | undefined;
  readonly avatar?: string | null | undefined;
  readonly status?: string | null | undefined;
}

/** Changes what others see of a person; the profile version rises only if something is different. Throws NOT_FOUND for a picture that is not a fresh upload of theirs. */
export const updateAccount = writeUnit(
  async (tx, input: AccountChange) =>
    await withOp(
      tx,
      { userId: input.userId, op: input.op, name: 'account.update' },
      async (): Promise<{ account: Account }> => {
        const old = await readAccount(tx, input.userId);
        const name = input.name ?? old.name;
        const avatar = input.avatar === undefined ? (old.av ?? null) : input.avatar;
        const status = input.status === undefined ? (old.status ?? null) : input.status;
        if (name === old.name && avatar === (old.av ?? null) && status === (old.status ?? null))
          return { account: old };
        const use = { owner: input.userId, purpose: 'avatar', as: mediaUse.profile } as const;
        await replacePicture(tx, { old: old.av, next: avatar, ...use });
        await tx.sql('UPDATE users SET name = ?, avatar = ?, status = ?, pver = pver + 1 WHERE id = ?', [
          name,
          avatar,
          status,
          input.userId,
        ]);
        return { account: await readAccount(tx, input.userId) };
      },
    ),
);
