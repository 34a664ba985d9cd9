import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAccessTokens } from '#server/services/accounts/accessTokens.ts';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import { announce, askTus, beginPatch, newMediaId } from '#testing/files/uploadFile.ts';
import { TcpProxy } from '#testing/tcpProxy.ts';
import { seedCommunity } from './community/seedCommunity.ts';
import { runBench } from './shared/runBench.ts';
import { startKabar } from './shared/startKabar.ts';

/* A large file over a line that is cut every few seconds: how many bytes go over it until the file is there. Then ten large files at once: how much memory the server takes for them. */
const mebi = 1_024 * 1_024;
const size = Number(process.env['BENCH_MB'] ?? 100) * mebi;
const atOnce = 10;
/** Of the line, bytes per second: the file takes long enough to be cut several times. */
const rate = 4 * mebi;
const cutEveryMs = 5_000;
const chunk = 64 * 1_024;

interface Sending {
  readonly origin: string;
  readonly token: string;
  readonly id: string;
  readonly block: Buffer;
}

const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) * 1_024;

/** The file from a byte on; it is a block of noise, over and over. */
function* fileFrom(block: Buffer, offset: number): Generator<Buffer> {
  for (let at = offset; at < size;) {
    const from = at % block.length;
    const piece = block.subarray(from, Math.min(from + chunk, block.length, from + size - at));
    at += piece.length;
    yield piece;
  }
}

/** One request with all that is missing. Answers its status; undefined when the line broke. */
function sendRest({ origin, token, id, block }: Sending, offset: number): Promise<number | undefined> {
  const { request, ended } = beginPatch(origin, { token, id, offset, length: size - offset });
  const body = Readable.from(fileFrom(block, offset), { objectMode: false });
  request.on('close', () => body.destroy());
  body.pipe(request);
  return ended;
}

/** Goes on after every cut until the whole file is there. Answers how often it had to. */
async function uploadAll(sending: Sending): Promise<number> {
  const { origin, token, id } = sending;
  const asked = () => askTus(origin, { token, method: 'HEAD', id }).catch(() => undefined);
  for (let tries = 0; ; tries += 1) {
    const offset = (await asked())?.offset;
    if (offset === size) return tries;
    if (offset === undefined || (await sendRest(sending, offset)) === undefined) await sleep(100);
  }
}

await runBench('upload', async (scope) => {
  const folder = await scope.folder();
  const { people } = await seedCommunity(join(folder, 'kabar.db'), { people: 2, joined: 1, kind: 'community' });
  const kabar = await startKabar(scope, folder);
  const tokens = createAccessTokens(loadTokenKey(join(folder, 'token.key')), Date.now);
  const [{ userId, deviceId, sessionId }] = people as [(typeof people)[number]];
  const { token } = await tokens.issue({ userId, deviceId, sessionId });
  const proxy = new TcpProxy(kabar.port);
  await proxy.listen();
  scope.defer(() => proxy.close());
  let sent = 0;
  proxy.onEvent((event) => {
    if (event.t === 'bytes' && event.way === 'up') sent += event.length;
  });

  const origin = `http://127.0.0.1:${proxy.port}`;
  const begin = async (place: string): Promise<Sending> => {
    const id = newMediaId();
    await announce(place, { token, id, t: 'f', length: size });
    return { origin: place, token, id, block: randomBytes(mebi) };
  };
  const first = await begin(origin);
  proxy.slow({ bytesPerSecond: rate });
  const cutting = setInterval(() => {
    proxy.cut();
    setTimeout(() => {
      proxy.heal();
      proxy.slow({ bytesPerSecond: rate });
    }, 300);
  }, cutEveryMs);
  const begun = performance.now();
  const cuts = await uploadAll(first);
  clearInterval(cutting);
  const seconds = (performance.now() - begun) / 1_000;
  await sleep(1_000);
  scope.say(`one file, ${cuts} cuts, ${Math.round(seconds)} s`);

  const before = rssOf(kabar.pid);
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, rssOf(kabar.pid))), 50);
  const many = await Promise.all(Array.from({ length: atOnce }, () => begin(kabar.url)));
  const begunMany = performance.now();
  await Promise.all(many.map(uploadAll));
  clearInterval(watching);
  const manySeconds = (performance.now() - begunMany) / 1_000;
  return {
    bars: [
      { name: 'bytes sent ÷ size of the file', value: sent / size, limit: 1.1, unit: '' },
      { name: 'growth of memory with ten uploads at once', value: (peak - before) / mebi, limit: 64, unit: 'MB' },
    ],
    detail: {
      megabytes: size / mebi,
      cuts,
      seconds: Math.round(seconds),
      rssBeforeMb: Math.round(before / mebi),
      tenAtOnceMbPerSecond: Math.round((atOnce * size) / mebi / manySeconds),
    },
  };
});
