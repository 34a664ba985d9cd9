import fastify from 'fastify';
import { expect, it } from 'vitest';
import { registerSecurityHeaders } from './registerSecurityHeaders.ts';

it('the policies name the origins of mini-apps as they are now', async () => {
  const app = fastify();
  let frames = 'http://*.localhost:1';
  registerSecurityHeaders(app, ['https://n2.example'], false, () => frames);
  app.get('/', () => 'x');
  const seen = async () => {
    const { headers } = await app.inject('/');
    return [headers['content-security-policy'], headers['permissions-policy']].map(String);
  };
  const first = await seen();
  expect(first[0]).toContain('frame-src http://*.localhost:1;');
  expect(first[1]).toContain('camera=(self "http://*.localhost:1")');
  expect(await seen()).toEqual(first);
  frames = 'http://*.localhost:2';
  expect(await seen()).toEqual(first.map((policy) => policy.replaceAll(':1', ':2')));
  await app.close();
});
