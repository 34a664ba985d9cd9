import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { testManifest } from '#testing/gateway/addTestApp.ts';
import { upstreamLimits } from './gatewayTools.ts';
import type { ProxyTools } from './proxyTools.ts';
import { relayAnswer } from './relayAnswer.ts';

it('an answer for somebody who has left is dropped, and takes nobody else with it', () => {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const answer = new IncomingMessage(new Socket());
  answer.statusCode = 200;
  // Gone, although the event that says so is still to come: so it is when both ends speak in the same turn.
  response.destroy();
  const failures: string[] = [];
  const tools: ProxyTools = {
    door: { open: () => expect.unreachable(), close: () => undefined },
    pipes: { hold: () => expect.unreachable(), close: () => undefined } as unknown as ProxyTools['pipes'],
    limits: upstreamLimits,
    note: () => undefined,
  };
  const visit = {
    ...{ request, response, label: 'shop', origin: 'http://shop.localhost:1', messenger: [] },
    manifest: testManifest({ kind: 'upstream', url: 'http://127.0.0.1:1/' }),
  };
  relayAnswer(visit, new URL('http://127.0.0.1:1/'), answer, tools, (notice) => void failures.push(notice));
  expect(answer.destroyed).toBe(true);
  expect(failures).toEqual([]);
});
