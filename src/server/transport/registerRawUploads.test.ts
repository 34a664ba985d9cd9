import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#protocol/errors.ts';
import type { Gateway } from './gateway/createGateway.ts';
import { dividedServer } from './gateway/dividedServer.ts';
import { sendAck } from './http/sendAck.ts';
import { readBytes, registerRawUploads } from './registerRawUploads.ts';

const gateway: Gateway = { takes: () => false, serve() {}, upgrade() {}, close() {} };
const seen: number[] = [];
let app: FastifyInstance;
let port: number;

// Times as in the real server, in the same order, but short.
beforeAll(async () => {
  app = fastify({
    serverFactory: (handler) => dividedServer(gateway, handler, { usual: 150, longest: 5_000 }),
    forceCloseConnections: true,
  });
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    sendAck(
      reply,
      error instanceof AppError
        ? { ok: false, code: error.code, msg: error.message }
        : { ok: false, code: 'TOO_LARGE' },
    ),
  );
  app.post('/text', (request) => ({ got: request.body }));
  await registerRawUploads(
    app,
    1_000,
    (scope) => {
      scope.post('/file', (request) => {
        seen.push(readBytes(request).length);
        return { got: readBytes(request).length };
      });
      scope.post('/closed', {
        onRequest: async (_request, reply) => void (await sendAck(reply, { ok: false, code: 'FORBIDDEN' })),
        handler: () => ({}),
      });
    },
    800,
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = app.server.address() as { port: number });
});
afterAll(() => app.close());

interface Slow {
  /** what the headers promise, bytes */
  length: number;
  /** parts of the body, and the pause before each, ms */
  parts?: readonly string[];
  pauseMs?: number;
}
/** Everything that is answered until the connection ends or `untilMs` have passed. */
function send(path: string, { length, parts = [], pauseMs = 0 }: Slow, untilMs = 2_000): Promise<string> {
  return new Promise((resolve) => {
    const line = connect(port, '127.0.0.1');
    let answer = '';
    const timer = setTimeout(() => line.destroy(), untilMs);
    line.on('data', (part) => (answer += String(part)));
    line.on('error', () => line.destroy());
    line.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    line.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\n\r\n`,
    );
    void (async () => {
      for (const part of parts) {
        await sleep(pauseMs);
        if (line.writable) line.write(part);
      }
    })();
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('an upload', () => {
  it('is taken as bytes, whatever it is called, also when there are none', async () => {
    for (const type of ['application/json', 'image/svg+xml', undefined]) {
      const headers = new Headers(type === undefined ? {} : { 'content-type': type });
      const response = await fetch(`http://127.0.0.1:${port}/file`, {
        method: 'POST',
        headers,
        body: new Uint8Array(1_000),
      });
      expect([type, await response.json()]).toEqual([type, { got: 1_000 }]);
    }
    const nothing = await fetch(`http://127.0.0.1:${port}/file`, { method: 'POST' });
    expect(await nothing.json()).toEqual({ got: 0 });
  });

  it('has more time than other requests', async () => {
    const slow = { length: 3, parts: ['a', 'b', 'c'], pauseMs: 100 };
    expect(await send('/file', slow)).toContain('{"got":3}');
    expect(statusOf(await send('/text', slow))).toBe(408);
  });

  it('that is too slow is told so and ended', async () => {
    seen.length = 0;
    const start = performance.now();
    const drip = Array.from({ length: 40 }, () => 'x');
    const answer = await send('/file', { length: 1_000, parts: drip, pauseMs: 50 });
    expect(performance.now() - start).toBeLessThan(1_800);
    expect(statusOf(answer)).toBe(504);
    expect(answer).toMatch(/connection: close/i);
    expect(answer).toContain('{"ok":false,"code":"TIMEOUT","msg":"the upload took too long"}');
    expect(seen).toEqual([]);
  });

  it('that is too large is refused, by what it promises and by what comes', async () => {
    seen.length = 0;
    expect(await send('/file', { length: 1_001 })).toContain('"TOO_LARGE"');
    const chunked = await fetch(`http://127.0.0.1:${port}/file`, {
      method: 'POST',
      body: new Blob([new Uint8Array(1_001)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(await chunked.json()).toEqual({ ok: false, code: 'TOO_LARGE' });
    expect(seen).toEqual([]);
  });

  it('of somebody who may not is refused before its body has come', async () => {
    const start = performance.now();
    expect(await send('/closed', { length: 1_000 })).toContain('"FORBIDDEN"');
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('of somebody who hangs up, refused or not, leaves a server that serves', async () => {
    await Promise.all([
      send('/file', { length: 1_000, parts: ['x'] }, 50),
      send('/file', { length: 1_001, parts: ['x'.repeat(900)] }, 20),
      send('/text', { length: 1_000, parts: ['x'] }, 50),
    ]);
    await sleep(900);
    expect(await send('/file', { length: 1, parts: ['x'] })).toContain('{"got":1}');
  });
});
