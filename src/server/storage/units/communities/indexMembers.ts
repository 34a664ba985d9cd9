import { readUnit } from '#server/storage/unit.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import type { Asker } from '#server/storage/units/sync/messageReadUnits.ts';

/** Where in the member list names begin with which letter. Throws NOT_MEMBER. */
export const indexMembers = readUnit(
  async (
    tx,
    { c, user }: Asker,
  ): Promise<{ mr: number; total: number; staff: number; letters: [string, number][] }> => {
    const { head } = await readStanding(tx, c, user);
    const rows = await tx.sql<{ letter: string; place: number; is_staff: number }>(
      `SELECT letter, is_staff, min(place) AS place FROM (
         SELECT substr(name_key, 1, 1) AS letter, CASE WHEN role > 0 THEN 1 ELSE 0 END AS is_staff,
           row_number() OVER (ORDER BY role DESC, name_key, mid) AS place
         FROM members WHERE chat_id = ? AND state = 1) AS listed
       GROUP BY is_staff, letter ORDER BY place`,
      [c],
    );
    const letters = rows
      .filter(({ is_staff: isStaff }) => isStaff === 0)
      .map(({ letter, place }): [string, number] => [letter, place - 1]);
    return { mr: head.mrev, total: head.members, staff: letters[0]?.[1] ?? head.members, letters };
  },
);
