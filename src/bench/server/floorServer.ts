import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import { Server } from 'socket.io';
import type { FloorJob } from './FloorJob.ts';

/*
 * The floor under `bench:server`: a bare socket.io server with the same options, events and frames as Kabar's, which stores the same rows and emits one frame
 * per member. `FLOOR_MODE=echo` only acknowledges. Ends with its parent.
 */
const isEcho = process.env['FLOOR_MODE'] === 'echo';
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  pingInterval: 15_000,
  pingTimeout: 7_000,
  maxHttpBufferSize: 256 * 1024,
  serveClient: false,
});
const worker = isEcho
  ? undefined
  : new Worker(new URL('./floorWriter.ts', import.meta.url), { workerData: { path: process.env['FLOOR_DB'] } });

interface Waiting {
  job: FloorJob;
  done: (answer: { rev: number; n: number }) => void;
}
let waiting: Waiting[] = [];
let isBusy = false;

function flush(): void {
  if (isBusy || waiting.length === 0 || !worker) return;
  isBusy = true;
  const batch = waiting;
  waiting = [];
  worker.once('message', (answers: { rev: number; n: number }[]) => {
    isBusy = false;
    for (const [index, { done }] of batch.entries()) done(answers[index] as { rev: number; n: number });
    flush();
  });
  worker.postMessage(batch.map(({ job }) => job));
}

interface SendInput {
  c: number;
  items: [{ i: string; b: { x: string } }];
}

io.on('connection', (socket) => {
  const { user, chats } = socket.handshake.auth as { user: number; chats: number[] };
  for (const c of chats) void socket.join(`c:${c}`);
  socket.on('request', (_name: string, input: SendInput, ack: (answer: object) => void) => {
    const item = input.items[0];
    const at = Date.now();
    const answer = ({ rev, n }: { rev: number; n: number }): void => {
      ack({ ok: true, data: { items: [{ i: item.i, s: rev, r: rev, n, at }] } });
      if (isEcho) return;
      const row = { s: rev, r: rev, n, u: user, i: item.i, k: 1, b: item.b, at, pv: 1 };
      const l = { s: rev, u: user, k: 1, x: item.b.x, at };
      const head = { c: input.c, rev, n, b: at, cnt: 4, mr: 1, ma: [], ls: rev, l };
      io.local.to(`c:${input.c}`).emit('delta', [{ c: input.c, a: rev - 1, b: rev, rows: [row], head }]);
    };
    if (isEcho) return answer({ rev: 1, n: 1 });
    waiting.push({ job: { c: input.c, u: user, cid: item.i, text: item.b.x, at }, done: answer });
    setImmediate(flush);
  });
});

http.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
