/** Acts of a group or community that can be undone: people taken out, messages of others taken away, name, description or picture changed, roles changed, a community closed. */
export const guardedKinds = ['remove', 'delete', 'rename', 'role', 'close'] as const;
export type GuardedKind = (typeof guardedKinds)[number];
