import type { RequestOutput } from '#protocol/requests.ts';
import type { Handler, ServiceContext } from '#server/services/serviceContext.ts';
import type { TryHit, TryInput, TrySlice } from '#server/storage/units/moderation/tryFilter.ts';

const dayMs = 24 * 3_600_000;
/** Messages that one dry run reads at most. */
const scanMax = 100_000;
/** Catches that are told one by one; regulars are looked for among so many of the newest. */
const rowsMax = 50;
const describedMax = 200;

/** What one dry run has found so far. */
interface Found {
  scanned: number;
  hits: TryHit[];
  isCut: boolean;
}

/** Tries rules on the last days. It reads in slices, each a unit of its own, so that neither sends nor other reads wait for it. */
export const tryModeration: Handler<'moderation.try'> = async (context, { userId }, { c, config, days }) => {
  const since = context.now() - days * dayMs;
  const found = await scan(context, { c, user: userId, config, since, after: 0 });
  const mids = [...new Set(found.hits.map(({ mid }) => mid))];
  const about = await describeAll(context, c, userId, mids.slice(-describedMax));
  const caught = found.hits.length;
  return {
    scanned: found.scanned,
    caught,
    regulars: found.hits.filter(({ mid }) => about.get(mid)?.isRegular).length,
    rules: count(found.hits.flatMap(({ verdict }) => verdict.rules)),
    days: count(found.hits.map(({ at }) => new Date(at).toISOString().slice(0, 10))),
    rows: toRows(found.hits, about),
    ...(found.isCut ? { more: 1 as const } : {}),
  };
};

async function scan({ storage }: ServiceContext, first: TryInput): Promise<Found> {
  const found: Found = { scanned: 0, hits: [], isCut: false };
  let input: TryInput | undefined = first;
  while (input) {
    const slice: TrySlice = await storage.run('tryFilter', input);
    found.scanned += slice.scanned;
    found.hits.push(...slice.hits);
    found.isCut = slice.last !== undefined && found.scanned >= scanMax;
    input = slice.last === undefined || found.isCut ? undefined : { ...first, after: slice.last };
  }
  return found;
}

type About = Map<number, { joined: number; isRegular: boolean }>;

async function describeAll(
  { storage }: ServiceContext,
  c: TryInput['c'],
  user: TryInput['user'],
  mids: number[],
): Promise<About> {
  if (mids.length === 0) return new Map();
  const described = await storage.run('describeSenders', { c, user, mids });
  return new Map(described.map(([mid, joined, isRegular]) => [mid, { joined, isRegular }]));
}

/** How often each word stands in a list, most often first. */
function count(words: readonly string[]): [string, number][] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

/** Regulars first: what a filter does to them is what a moderator should see before all else. */
function toRows(hits: readonly TryHit[], about: About): RequestOutput<'moderation.try'>['rows'] {
  const isRegular = (hit: TryHit): boolean => about.get(hit.mid)?.isRegular === true;
  const newest = hits.toSorted((one, other) => Number(isRegular(other)) - Number(isRegular(one)) || other.s - one.s);
  return newest.slice(0, rowsMax).map((hit) => ({
    s: hit.s,
    u: hit.mid as RequestOutput<'moderation.try'>['rows'][number]['u'],
    x: hit.x,
    at: hit.at,
    why: hit.verdict.reasons,
    spans: hit.verdict.spans,
    joined: about.get(hit.mid)?.joined ?? hit.at,
    ...(isRegular(hit) ? { regular: 1 as const } : {}),
  }));
}
