import type { LocalKeys, LocalTables, TableName } from '#sync/changes.ts';
import type { LocalKey } from '#sync/ports.ts';

/** Fields that make up the primary key of each table; one field alone is the key itself, several are a list. */
const primaryFields = {
  meta: ['key'],
  leases: ['name'],
  chats: ['c'],
  msgs: ['c', 's'],
  outbox: ['id'],
  marks: ['c'],
  members: ['c', 'u'],
  users: ['id'],
  contacts: ['u'],
  prefs: ['key'],
  hidden: ['c', 's'],
  keeps: ['i'],
  drafts: ['c'],
  uploads: ['id'],
  quarantine: ['id'],
} as const satisfies Record<TableName, readonly string[]>;

export const tableNames = Object.keys(primaryFields) as TableName[];

/** Primary key of a row. */
export function primaryKeyOf<Name extends TableName>(table: Name, row: LocalTables[Name]): LocalKeys[Name] {
  const fields: readonly string[] = primaryFields[table];
  const values = fields.map((field) => (row as unknown as Record<string, number | string>)[field]);
  return (values.length === 1 ? values[0] : values) as LocalKeys[Name];
}

/** Key of a row in an index such as `bump` or `[lane+id]`; undefined when the row lacks a field and so is not in the index. */
export function indexKeyOf(index: string, primary: LocalKey, row: object): LocalKey | undefined {
  if (index === ':primary') return primary;
  const isCompound = index.startsWith('[');
  const fields = isCompound ? index.slice(1, -1).split('+') : [index];
  const values = fields.map((field) => (row as Record<string, number | string | undefined>)[field]);
  if (values.some((value) => value === undefined)) return undefined;
  return (isCompound ? values : values[0]) as LocalKey;
}

/** Order of IndexedDB: numbers before strings before lists; lists element by element, the shorter first. */
export function compareKeys(left: LocalKey, right: LocalKey): number {
  const rank = (key: LocalKey): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'object' && typeof right === 'object') {
    for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
      const order = compareKeys(left[index] as LocalKey, right[index] as LocalKey);
      if (order !== 0) return order;
    }
    return left.length - right.length;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}
