import type { Account, UserCard } from '#protocol/entities/user.ts';
import { toUserId } from '#protocol/casts.ts';

/** Columns of `users` that a card needs, for SELECT lists; the table is called `u`. */
export const cardColumns = 'u.id, u.handle, u.name, u.avatar, u.status, u.pver';

export interface CardRow {
  readonly id: number;
  readonly handle: string | null;
  readonly name: string;
  readonly avatar: string | null;
  readonly status: string | null;
  readonly pver: number;
}

/** A person as others see them. */
export function toUserCard(row: CardRow): UserCard {
  return {
    id: toUserId(row.id),
    ...(row.handle === null ? {} : { handle: row.handle }),
    name: row.name,
    ...(row.avatar === null ? {} : { av: row.avatar }),
    ...(row.status === null ? {} : { status: row.status }),
    pv: row.pver,
  };
}

/** A person as they see themselves. */
export function toAccount(row: CardRow & { readonly role: number }): Account {
  return { ...toUserCard(row), handle: row.handle ?? '', admin: row.role === 1 };
}
