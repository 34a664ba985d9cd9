/** Acts of a group or community that can be undone: people taken out, messages of others taken away, name, description or picture changed, roles changed. */
export const guardedKinds = ['remove', 'delete', 'rename', 'role'] as const;
export type GuardedKind = (typeof guardedKinds)[number];
