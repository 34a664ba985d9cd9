import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import { connectToFloor, connectToKabar, type Sender } from './server/connectSenders.ts';
import { countWork, type BatchWork } from './server/countWork.ts';
import { runLoad, type LoadResult } from './server/runLoad.ts';
import { cpuTime } from './shared/cpuTime.ts';
import { runBench, type BenchScope } from './shared/runBench.ts';
import { seedWorld, type SeededWorld } from './shared/seedWorld.ts';
import { findFreePort } from '#testing/findFreePort.ts';
import { startKabar } from './shared/startKabar.ts';
import { median, percentile } from './statistics.ts';

/*
 * How much slower is Kabar than the least that stores and delivers the same? 200 clients over 100 chats of four members, each client one message at a time.
 * Three servers run side by side and take turns, so that whatever else the machine does meets all of them: Kabar as `npm start` runs it; the floor (bare
 * socket.io, the same rows by prepared statements in a worker, group commit, one frame per member); the echo (only acks).
 */
const clients = 200;
const rooms = 100;
const roomSize = 4;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const roundMs = 3_000;
const warmUpMs = 1_500;
const limit = 3;

interface Contender {
  name: 'kabar' | 'floor' | 'echo';
  senders: Sender[];
  pid: number;
  copies: number;
}

interface Rounds {
  results: LoadResult[];
  cpuMs: number;
}

/** Room r holds people 2r … 2r+3, so everybody is in two rooms. */
const membersOf = (room: number): number[] =>
  Array.from({ length: roomSize }, (_, index) => (room * 2 + index) % clients);

async function startFloor(
  scope: BenchScope,
  mode: 'floor' | 'echo',
  db: string,
): Promise<{ port: number; pid: number }> {
  const port = await findFreePort();
  const env = { ...process.env, PORT: String(port), FLOOR_DB: db, FLOOR_MODE: mode };
  const child = fork(join(import.meta.dirname, 'server/floorServer.ts'), {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  scope.defer(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  await once(child, 'message');
  return { port, pid: child.pid ?? 0 };
}

async function startAll(scope: BenchScope): Promise<{ contenders: Contender[]; world: SeededWorld; spare: string }> {
  const folder = await scope.folder();
  const path = join(folder, 'kabar.db');
  const plan = Array.from({ length: rooms }, (_, room) => ({ members: membersOf(room), messages: 50 }));
  const world = await seedWorld(path, { people: clients, rooms: plan });
  const others = await scope.folder();
  const [floorDb, spare] = [join(others, 'floor.db'), join(others, 'count.db')];
  await copyFile(path, floorDb);
  await copyFile(path, spare);
  const secret = loadTokenKey(join(folder, 'token.key'));
  const profile = process.env['BENCH_PROFILE'];
  const nodeFlags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const kabar = await startKabar(scope, folder, { nodeFlags });
  const floor = await startFloor(scope, 'floor', floorDb);
  const echo = await startFloor(scope, 'echo', floorDb);
  const people = world.people.map((person, index) => ({
    person,
    chats: world.chats.filter((_, room) => membersOf(room).includes(index)),
  }));
  const contenders: Contender[] = [
    { name: 'kabar', senders: await connectToKabar(kabar.url, secret, people), pid: kabar.pid, copies: roomSize },
    { name: 'floor', senders: await connectToFloor(floor.port, people), pid: floor.pid, copies: roomSize },
    { name: 'echo', senders: await connectToFloor(echo.port, people), pid: echo.pid, copies: 0 },
  ];
  scope.defer(() => {
    for (const { senders } of contenders) for (const { socket } of senders) socket.disconnect();
  });
  return { contenders, world, spare };
}

async function measure(scope: BenchScope, contenders: readonly Contender[]): Promise<Map<Contender['name'], Rounds>> {
  const found = new Map<Contender['name'], Rounds>(contenders.map(({ name }) => [name, { results: [], cpuMs: 0 }]));
  for (const { senders, copies } of contenders) await runLoad(senders, warmUpMs, { copies });
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const { name, senders, pid, copies } of order) {
      const before = cpuTime(pid);
      const result = await runLoad(senders, roundMs, { copies });
      const rounded = found.get(name) as Rounds;
      rounded.results.push(result);
      rounded.cpuMs += (cpuTime(pid) ?? Number.NaN) - (before ?? Number.NaN);
    }
    const line = contenders.map(
      ({ name }) => `${name} ${Math.round(found.get(name)?.results.at(-1)?.perSecond ?? 0)}/s`,
    );
    scope.say(`round ${round + 1}: ${line.join(', ')}`);
  }
  return found;
}

const toFigures = ({ results, cpuMs }: Rounds): Record<string, number> => {
  const latencies = results.flatMap((result) => result.latencies);
  const sent = results.reduce((sum, result) => sum + result.sent, 0);
  return {
    perSecond: Math.round(median(results.map(({ perSecond }) => perSecond))),
    ackP50Ms: Number(percentile(latencies, 0.5).toFixed(2)),
    ackP99Ms: Number(percentile(latencies, 0.99).toFixed(2)),
    serverCpuUsPerMessage: Math.round((cpuMs * 1_000) / sent),
  };
};

/** Shares of batch sizes as clients saw them: one delta is one batch. */
function batchShares(results: readonly LoadResult[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { batches } of results)
    for (const [size, count] of batches) counts.set(size, (counts.get(size) ?? 0) + count);
  return counts;
}

function perMessage(counts: Map<number, number>, works: readonly BatchWork[], part: keyof BatchWork): number {
  let [messages, total] = [0, 0];
  for (const [size, count] of counts) {
    messages += size * count;
    total += count * (works[size - 1]?.[part] ?? Number.NaN);
  }
  return Number((total / messages).toFixed(2));
}

await runBench('server', async (scope) => {
  const { contenders, world, spare } = await startAll(scope);
  const found = await measure(scope, contenders);
  const of = (name: Contender['name']): Rounds => found.get(name) as Rounds;
  // Round by round: a load of the machine that lasts longer than a round hits both sides of the ratio.
  const ratio = (above: Contender['name']): number =>
    median(of(above).results.map(({ perSecond }, round) => perSecond / (of('kabar').results[round]?.perSecond ?? 0)));
  const shares = batchShares(of('kabar').results);
  const users = membersOf(0).map((member) => world.people[member]?.userId as SeededWorld['people'][0]['userId']);
  const works = await countWork(spare, world.chats[0] as number, users, Math.max(...shares.keys()));
  const detail = {
    clients,
    rooms,
    roomSize,
    rounds,
    kabar: toFigures(of('kabar')),
    floor: toFigures(of('floor')),
    echo: toFigures(of('echo')),
    echoToKabar: Number(ratio('echo').toFixed(2)),
    messagesPerBatch: Number(
      (
        of('kabar').results.reduce((sum, { sent }) => sum + sent * roomSize, 0) /
        [...shares.values()].reduce((a, b) => a + b, 0)
      ).toFixed(2),
    ),
    statementsPerMessage: perMessage(shares, works, 'statements'),
    rowsReadPerMessage: perMessage(shares, works, 'rowsRead'),
    rowsWrittenPerMessage: perMessage(shares, works, 'rowsWritten'),
    loneMessage: works[0],
  };
  for (const [name, figures] of [
    ['Kabar', detail.kabar],
    ['floor', detail.floor],
    ['echo', detail.echo],
  ] as const)
    scope.say(`${name}: ${JSON.stringify(figures)}`);
  return { bars: [{ name: 'floor ÷ Kabar, messages per second', value: ratio('floor'), limit, unit: '×' }], detail };
});
