import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import { seedCommunity, type SeededPlace } from './community/seedCommunity.ts';
import { paced, sendAt, stampedText } from './community/sendAt.ts';
import { startSwarms, type Swarms } from './community/startSwarms.ts';
import type { SwarmCounts, SwarmOrder } from './community/SwarmMessages.ts';
import { connectToKabar, type Sender } from './server/connectSenders.ts';
import { countWork } from './server/countWork.ts';
import { cpuTime } from './shared/cpuTime.ts';
import { runBench, type BenchResult, type BenchScope } from './shared/runBench.ts';
import { findFreePort } from '#testing/findFreePort.ts';
import { startKabar } from './shared/startKabar.ts';
import { percentile } from './statistics.ts';

/*
 * A community of 5,000 connected members. Plain: 300 of them look, the others have no tab in sight, 20 messages a second come for a minute; against a bare WebSocket server that writes each
 * message to all 5,000, at a rate that it can sustain: beyond that it writes many messages at once, late, and each looks cheaper than it is. `--all-viewing`: all of them look; how many messages a second are sustained (99 % at a viewer within a second), by either server.
 */
const members = Number(process.env['BENCH_MEMBERS'] ?? 5_000);
const viewers = Math.min(300, members);
const senders = 20;
const perSecond = 20;
const loadMs = Number(process.env['BENCH_LOAD_MS'] ?? 60_000);
const floorMs = Math.min(loadMs, 20_000);
const floorPerSecond = 4;
/** What changes of a hot chat are collected for, ms. */
const windowMs = 200;
const isAllViewing = process.argv.includes('--all-viewing');

interface Server {
  pid: number;
  swarms: Swarms;
  send: (rate: number, ms: number) => Promise<number>;
}

const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) * 1_024;

async function startServer(scope: BenchScope, folder: string, place: SeededPlace): Promise<Server & { rss: number }> {
  const secret = loadTokenKey(join(folder, 'token.key'));
  const kabar = await startKabar(scope, folder);
  const people = place.people.slice(0, senders).map((person) => ({ person, chats: [place.c as number] }));
  const before = rssOf(kabar.pid);
  const sockets: Sender[] = await connectToKabar(kabar.url, secret, people);
  scope.defer(() => sockets.forEach(({ socket }) => socket.disconnect()));
  const order: SwarmOrder = {
    ...{ wire: 'kabar', port: kabar.port, origin: kabar.url, secret: Buffer.from(secret).toString('base64') },
    ...{ people: place.people.slice(senders), c: place.c, viewers: isAllViewing ? members : viewers, atOnce: 50 },
  };
  const swarms = await startSwarms(scope, order);
  const rss = (rssOf(kabar.pid) - before) / members;
  return { pid: kabar.pid, swarms, send: (rate, ms) => sendAt(sockets, rate, ms), rss };
}

async function startFloor(scope: BenchScope, place: SeededPlace): Promise<Server> {
  const port = await findFreePort();
  const child: ChildProcess = fork(join(import.meta.dirname, 'community/rawFloor.ts'), {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  scope.defer(() => void child.kill());
  await once(child, 'message');
  const order: SwarmOrder = {
    ...{ wire: 'raw', port, origin: '', secret: '', people: place.people, c: place.c },
    ...{ viewers: isAllViewing ? members : viewers, atOnce: 100 },
  };
  const swarms = await startSwarms(scope, order);
  const send = async (rate: number, ms: number): Promise<number> => {
    let sent = 0;
    await paced(rate, ms, () => {
      sent += 1;
      child.send(JSON.stringify({ b: { x: stampedText() } }));
    });
    return sent;
  };
  return { pid: child.pid ?? 0, swarms, send };
}

interface Load {
  counts: SwarmCounts;
  sent: number;
  cpuMs: number;
  ms: number;
}

/** Waits at least two seconds, and until the process rests: less than a tenth of one core for a second. At most a minute. */
async function untilIdle(pid: number): Promise<void> {
  for (let second = 0, last = cpuTime(pid) ?? 0; second < 60; second += 1) {
    await new Promise((done) => setTimeout(done, 1_000));
    const now = cpuTime(pid) ?? 0;
    if (second > 0 && now - last < 100) return;
    last = now;
  }
}

async function runLoad({ pid, swarms, send }: Server, rate: number, ms: number): Promise<Load> {
  swarms.begin();
  const before = cpuTime(pid) ?? Number.NaN;
  const begun = performance.now();
  const sent = await send(rate, ms);
  // What is collected, queued or under way still arrives, and costs what it costs.
  await untilIdle(pid);
  const cpuMs = (cpuTime(pid) ?? Number.NaN) - before;
  return { counts: await swarms.end(), sent, cpuMs, ms: performance.now() - begun };
}

async function measureTiers(
  scope: BenchScope,
  folder: string,
  place: SeededPlace,
  spare: string,
): Promise<BenchResult> {
  const kabar = await startServer(scope, folder, place);
  scope.say(`connected ${members}, ${Math.round(kabar.rss / 1_024)} KB of memory each`);
  await runLoad(kabar, perSecond, 3_000);
  const load = await runLoad(kabar, perSecond, loadMs);
  await kabar.swarms.stop();
  const floor = await startFloor(scope, place);
  await runLoad(floor, floorPerSecond, 2_000);
  const raw = await runLoad(floor, floorPerSecond, floorMs);
  const cpu = load.cpuMs / load.sent;
  const floorCpu = raw.cpuMs / raw.sent;
  const bytes = load.counts.quietBytes / load.counts.quietSockets / (load.ms / 1_000);
  const users = place.people.slice(0, 1).map(({ userId }) => userId);
  const [work] = await countWork(spare, place.c, users, 1);
  const p = (share: number, sample: number[]): number => Math.round(percentile(sample, share));
  const { latencies } = load.counts;
  return {
    bars: [
      { name: 'CPU per message ÷ raw ws to all', value: cpu / floorCpu, limit: 0.15, unit: '×' },
      { name: 'statements per message', value: work?.statements ?? Number.NaN, limit: 8, unit: '' },
      { name: 'rows written per message', value: work?.rowsWritten ?? Number.NaN, limit: 8, unit: '' },
      { name: 'bytes per second of who does not look', value: bytes, limit: 150, unit: 'B' },
    ],
    detail: {
      ...{ members, viewers, perSecond, floorPerSecond, sent: load.sent, windowMs },
      arrivedShare: load.counts.arrived / (load.sent * viewers),
      sendToViewerMs: { p50: p(0.5, latencies), p99: p(0.99, latencies) },
      withoutWindowMs: { p50: p(0.5, latencies) - windowMs / 2, p99: p(0.99, latencies) - windowMs },
      cpuMsPerMessage: { kabar: Number(cpu.toFixed(2)), raw: Number(floorCpu.toFixed(2)) },
      rawSendToClientMs: { p50: p(0.5, raw.counts.latencies), p99: p(0.99, raw.counts.latencies) },
      rssPerConnectionKb: Math.round(kabar.rss / 1_024),
      loneMessage: work,
    },
  };
}

const rates = [4, 6, 8, 10, 13, 17, 22, 28, 36, 46, 60, 80];
const stepMs = Number(process.env['BENCH_STEP_MS'] ?? 8_000);

/** The highest rate of which 99 % reach their viewers within a second, and everything arrives. */
async function findRate(scope: BenchScope, name: string, server: Server): Promise<number> {
  let best = 0;
  for (const rate of rates) {
    const { counts, sent } = await runLoad(server, rate, stepMs);
    const p99 = percentile(counts.latencies, 0.99);
    const share = counts.arrived / (sent * (members - (name === 'Kabar' ? senders : 0)));
    scope.say(`${name} ${rate}/s: p99 ${Math.round(p99)} ms, ${(share * 100).toFixed(1)} % arrived`);
    if (!(p99 < 1_000 && share > 0.999)) break;
    best = rate;
  }
  return best;
}

async function measureAllViewing(scope: BenchScope, folder: string, place: SeededPlace): Promise<BenchResult> {
  const kabar = await startServer(scope, folder, place);
  const best = await findRate(scope, 'Kabar', kabar);
  await kabar.swarms.stop();
  const floor = await startFloor(scope, place);
  const raw = await findRate(scope, 'raw ws', floor);
  // A bar is an upper limit: raw ÷ Kabar at most a half.
  return {
    bars: [{ name: 'raw ws ÷ Kabar, messages per second with all looking', value: raw / best, limit: 0.5, unit: '×' }],
    detail: { members, kabarPerSecond: best, rawPerSecond: raw, rates, stepMs },
  };
}

await runBench(isAllViewing ? 'community --all-viewing' : 'community', async (scope) => {
  const folder = await scope.folder();
  const path = join(folder, 'kabar.db');
  const place = await seedCommunity(path, { people: members, joined: members, kind: 'community' });
  const spare = join(await scope.folder(), 'count.db');
  await copyFile(path, spare);
  return isAllViewing ? measureAllViewing(scope, folder, place) : measureTiers(scope, folder, place, spare);
});
