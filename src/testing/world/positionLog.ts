import type { HeadRow, MemberRow } from '#server/storage/rows/rowTypes.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit } from '#server/storage/unit.ts';

/** Looks at the stored positions again and again. */
export interface PositionLog {
  /** Answers what went back since the last look, in words. */
  look(): Promise<string[]>;
}

type Positions = Pick<HeadRow, 'chat_id' | 'rev' | 'n' | 'last_seq' | 'live_floor' | 'mrev'>;
type Standing = Pick<MemberRow, 'chat_id' | 'user_id' | 'join_rev' | 'read_seq' | 'read_n' | 'floor_seq' | 'mver'>;

const readAll = readUnit(async (tx) => ({
  heads: await tx.sql<Positions>('SELECT chat_id, rev, n, last_seq, live_floor, mrev FROM chat_heads', []),
  members: await tx.sql<Standing>(
    'SELECT chat_id, user_id, join_rev, read_seq, read_n, floor_seq, mver FROM members',
    [],
  ),
}));

/** I2 and I6 over time: numbers of a chat never go back, nor do the read position and the floor of one membership. */
export function positionLog(storage: LocalStorage): PositionLog {
  const known = new Map<string, object>();
  return {
    async look() {
      const { heads, members } = await storage.runUnit(readAll, undefined);
      const broken: string[] = [];
      const compare = (key: string, now: object): void => {
        const before = known.get(key) as Record<string, number> | undefined;
        for (const [name, value] of Object.entries(now) as [string, number][])
          if (before && value < (before[name] as number)) broken.push(`${key}: ${name} ${before[name]} → ${value}`);
        known.set(key, now);
      };
      for (const head of heads) compare(`chat ${head.chat_id}`, head);
      for (const row of members) compare(`member ${row.chat_id}/${row.user_id} since ${row.join_rev}`, row);
      return broken;
    },
  };
}
