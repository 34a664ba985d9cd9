import type { UserId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readAccount } from './readAccount.ts';

/** My account. Throws NOT_FOUND for a deleted one. */
export const getAccount = readUnit((tx, input: { userId: UserId }) => readAccount(tx, input.userId));
