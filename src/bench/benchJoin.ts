import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { doors } from '#protocol/handshake.ts';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import { seedCommunity } from './community/seedCommunity.ts';
import { connectToKabar, type Sender } from './server/connectSenders.ts';
import { runBench } from './shared/runBench.ts';
import { startKabar } from './shared/startKabar.ts';
import { percentile } from './statistics.ts';

/* Thousands come into one community as fast as they can, over a few hundred connections at a time; then each comes up to date, and all must know the same. */
const joiners = Number(process.env['BENCH_MEMBERS'] ?? 5_000) - 1;
const atOnce = 250;

interface Answer {
  ok: boolean;
  code?: string;
  data?: { heads?: { h: { c: number; cnt: number }; me: { st: number } }[]; total?: number };
}
const ask = async (sender: Sender, name: string, input: object): Promise<Answer> =>
  (await sender.socket.emitWithAck(doors.request, name, input)) as Answer;

await runBench('join', async (scope) => {
  const folder = await scope.folder();
  const path = join(folder, 'kabar.db');
  const { people, c } = await seedCommunity(path, { people: joiners + 1, joined: 1, kind: 'community' });
  const secret = loadTokenKey(join(folder, 'token.key'));
  const kabar = await startKabar(scope, folder);
  const refusals = new Map<string, number>();
  const latencies: number[] = [];
  let joinMs = 0;
  let correct = 0;
  for (let from = 1; from <= joiners; from += atOnce) {
    const part = people.slice(from, from + atOnce).map((person) => ({ person, chats: [] }));
    const senders = await connectToKabar(kabar.url, secret, part);
    const begun = performance.now();
    const joins = senders.map(async (sender, index) => {
      const asked = performance.now();
      const answer = await ask(sender, 'community.join', { c, nn: `Member ${from + index}`, op: randomUUID() });
      latencies.push(performance.now() - asked);
      if (!answer.ok) refusals.set(answer.code ?? '?', (refusals.get(answer.code ?? '?') ?? 0) + 1);
    });
    await Promise.all(joins);
    joinMs += performance.now() - begun;
    const synced = await Promise.all(senders.map((sender) => ask(sender, 'sync.open', { u: 0, have: [] })));
    // Everybody of this part is in, and knows at least all who came before.
    correct += synced.filter(({ data }) => {
      const [mine] = data?.heads ?? [];
      return (
        mine?.h.c === (c as number) && mine.me.st === 1 && mine.h.cnt === Math.min(joiners, from + part.length - 1) + 1
      );
    }).length;
    for (const { socket } of senders) socket.disconnect();
  }
  const [owner] = await connectToKabar(kabar.url, secret, [{ person: people[0]!, chats: [c as number] }]);
  const list = await ask(owner as Sender, 'members.list', { c, range: [0, 1] });
  owner?.socket.disconnect();
  return {
    bars: [
      { name: 'refused joins', value: [...refusals.values()].reduce((a, b) => a + b, 0), limit: 0, unit: '' },
      { name: 'members that are missing', value: joiners + 1 - (list.data?.total ?? 0), limit: 0, unit: '' },
      { name: 'devices that know another number', value: joiners - correct, limit: 0, unit: '' },
    ],
    detail: {
      joiners,
      refusals: Object.fromEntries(refusals),
      joinsPerSecond: Math.round((joiners * 1_000) / joinMs),
      joinMs: { p50: Math.round(percentile(latencies, 0.5)), p99: Math.round(percentile(latencies, 0.99)) },
    },
  };
});
