import type { GalleryType } from '#protocol/requests/mediaList.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { Asker } from '#server/storage/units/sync/messageReadUnits.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import { shownInGallery } from './listGallery.ts';

/** What is counted. `off`: minutes ahead of UTC. */
export interface CountWish extends Asker {
  readonly t: readonly GalleryType[];
  readonly off: number;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** How much of each kind a gallery has, by month, the newest first. Throws NOT_MEMBER. */
export const countGallery = readUnit(
  async (tx, { t, off, ...asker }: CountWish): Promise<{ months: { m: string; n: number[] }[] }> => {
    const { chat } = await readStanding(tx, asker.c, asker.user);
    const types = [...new Set(t)];
    const { sql, args } = shownInGallery(chat, asker, types);
    // Days, because neither database knows the months of the other; there are few of them.
    const rows = await tx.sql<{ day: number } & Record<string, number>>(
      `SELECT day, ${types.map((type) => `CAST(sum(${countOf(type)}) AS bigint) AS n_${type}`).join(', ')}
         FROM (SELECT (s.created_at + CAST(? AS bigint)) / ${dayMs} AS day, s.kind, s.body FROM (${sql}) s) d
        GROUP BY day ORDER BY day DESC`,
      [off * minuteMs, ...args],
    );
    const months = new Map<string, number[]>();
    for (const row of rows) {
      const m = new Date(row.day * dayMs).toISOString().slice(0, 7);
      const before = months.get(m);
      months.set(
        m,
        t.map((type, index) => (before?.[index] ?? 0) + Number(row[`n_${type}`] ?? 0)),
      );
    }
    return { months: [...months].map(([m, n]) => ({ m, n })) };
  },
);

/**
 * How many files of a kind a stored body has: how often it names the kind. In the words below them each quotation mark has a backslash before it, so that nobody can write what is counted. Both
 * databases do this without handing over the bodies.
 */
function countOf(type: GalleryType): string {
  if (type === 'l') return 'CASE WHEN d.kind = 1 THEN 1 ELSE 0 END';
  const name = `"t":"${type}"`;
  return `CASE WHEN d.kind = 1 THEN 0 ELSE (length(d.body) - length(replace(d.body, '${name}', ''))) / ${name.length} END`;
}
