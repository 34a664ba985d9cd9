import { join } from 'node:path';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import { seedCommunity } from './community/seedCommunity.ts';
import { sendAt } from './community/sendAt.ts';
import { startSwarms } from './community/startSwarms.ts';
import { connectToKabar } from './server/connectSenders.ts';
import { runBench } from './shared/runBench.ts';
import { startKabar } from './shared/startKabar.ts';
import { percentile } from './statistics.ts';

/* A group of 500: 200 of them look at it and report what they have read, five messages a second come. Read counts must not cost a packet per reader and message. */
const members = 500;
const viewers = 200;
const senders = 10;
const perSecond = 5;
const loadMs = Number(process.env['BENCH_LOAD_MS'] ?? 30_000);

await runBench('group', async (scope) => {
  const folder = await scope.folder();
  const plan = { people: members, joined: members, kind: 'group' as const };
  const { people, c } = await seedCommunity(join(folder, 'kabar.db'), plan);
  const secret = loadTokenKey(join(folder, 'token.key'));
  const kabar = await startKabar(scope, folder);
  const writing = people.slice(0, senders).map((person) => ({ person, chats: [c as number] }));
  const sockets = await connectToKabar(kabar.url, secret, writing);
  scope.defer(() => sockets.forEach(({ socket }) => socket.disconnect()));
  const swarms = await startSwarms(scope, {
    ...{ wire: 'kabar', port: kabar.port, origin: kabar.url, secret: Buffer.from(secret).toString('base64') },
    ...{ people: people.slice(senders), c, viewers, atOnce: 50, readsAll: true },
  });
  await sendAt(sockets, perSecond, 2_000);
  swarms.begin();
  const begun = performance.now();
  const sent = await sendAt(sockets, perSecond, loadMs);
  await new Promise((done) => setTimeout(done, 1_500));
  const seconds = (performance.now() - begun) / 1_000;
  const counts = await swarms.end();
  return {
    bars: [{ name: 'receipt writes per second', value: counts.receipts / seconds, limit: 200, unit: '/s' }],
    detail: {
      ...{ members, viewers, perSecond, sent },
      arrivedShare: counts.arrived / (sent * viewers),
      sendToViewerMs: {
        p50: Math.round(percentile(counts.latencies, 0.5)),
        p99: Math.round(percentile(counts.latencies, 0.99)),
      },
    },
  };
});
