import type { ChatDay, MonthDays } from '#client/context.ts';
import { dayOf } from '#client/features/chat/model/dayOf.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalStore, Log, Rpc } from '#sync/ports.ts';
import { toMonthRuns, type DayRun } from './monthRuns.ts';

interface DaysDeps {
  store: LocalStore;
  rpc: Rpc;
  log: Log;
}

const dayMs = 86_400_000;
const highest = Number.MAX_SAFE_INTEGER;

/** The days of a month with messages: first those of which the device has some, then the server's answer. See `Services.listDays`. */
export async function listMonthDays(
  deps: DaysDeps,
  { c, month }: { c: ChatId; month: string },
  show: (days: MonthDays) => void,
): Promise<void> {
  const runs = toMonthRuns(month);
  try {
    show({ days: await listCached(deps.store, c, month), isWhole: false });
  } catch (error) {
    deps.log.warn('days.unreadable', { c, error: String(error) });
  }
  const answers = await Promise.all(runs.map(({ from, to }) => deps.rpc.call('history.days', { c, from, to })));
  const days: { day: string; seq: number }[] = [];
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) return;
    const { from } = runs[index] as DayRun;
    for (const [label, seq] of answer.data.days) days.push({ day: toLocalDay(label, from), seq });
  }
  const newest = await deps.store.read(['chats'], async (tx) => (await tx.get('chats', c))?.head.rev);
  const ends = (runs.at(-1)?.to ?? 0) >= Date.now() ? newest : undefined;
  show({ days: toDays(days, ends).filter(({ day }) => day.startsWith(month)), isWhole: true });
}

/** The server names a day by the UTC date on which it begins; days begin at the time of day of `from`. */
function toLocalDay(label: string, from: number): string {
  return dayOf(Date.parse(`${label}T00:00:00Z`) + (from % dayMs));
}

/** A day lasts until the next one begins: the revs between them are what happened. `newest`: rev of the chat, if the last day is its last one. */
function toDays(days: readonly { day: string; seq: number }[], newest: number | undefined): ChatDay[] {
  return days.map(({ day, seq }, index) => {
    const next = days[index + 1]?.seq ?? (newest === undefined ? undefined : newest + 1);
    return { day, seq, busy: Math.max(1, (next ?? seq + 1) - seq) };
  });
}

async function listCached(store: LocalStore, c: ChatId, month: string): Promise<ChatDay[]> {
  const rows = await store.read(['msgs'], (tx) =>
    tx.range('msgs', { index: ':primary', from: [c, 0], to: [c, highest] }),
  );
  const days = new Map<string, ChatDay>();
  for (const { s, at } of rows) {
    const day = dayOf(at);
    if (!day.startsWith(month)) continue;
    const seq = days.get(day)?.seq ?? s;
    days.set(day, { day, seq, busy: s - seq + 1 });
  }
  return [...days.values()];
}
