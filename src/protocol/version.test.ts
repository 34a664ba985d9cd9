import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { handshakeSchema, rpcBodySchema } from './handshake.ts';
import { requests } from './requests.ts';
import { demoRoutes, sessionRoutes } from './session.ts';
import { clientSignals, deltaEventSchema, serverSignals } from './signals.ts';
import { protocolHistory, protocolVersion } from './version.ts';

const jsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

/** Everything that may cross the wire, in a stable order. */
function describeWire(): string {
  const wire: Record<string, unknown> = {
    handshake: jsonSchema(handshakeSchema, 'input'),
    rpcBody: jsonSchema(rpcBodySchema, 'input'),
    delta: jsonSchema(deltaEventSchema, 'output'),
  };
  for (const request of Object.values(requests)) {
    const { name, kind, via, errors } = request;
    wire[`request ${name}`] = {
      kind,
      via,
      errors,
      in: jsonSchema(request.input, 'input'),
      out: jsonSchema(request.output, 'output'),
    };
  }
  for (const [name, schema] of Object.entries(serverSignals)) wire[`signal ${name}`] = jsonSchema(schema, 'output');
  for (const [name, schema] of Object.entries(clientSignals))
    wire[`client signal ${name}`] = jsonSchema(schema, 'input');
  for (const route of [...Object.values(sessionRoutes), ...Object.values(demoRoutes)])
    wire[`route ${route.path}`] = {
      errors: route.errors,
      in: jsonSchema(route.input, 'input'),
      out: jsonSchema(route.output, 'output'),
    };
  return JSON.stringify(Object.fromEntries(Object.entries(wire).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

describe('the version of the wire', () => {
  it('is that of the newest line of its history', () => {
    expect(protocolHistory.at(-1)?.version).toBe(protocolVersion);
  });

  it('changes with the wire: write a new line in version.ts with this hash', () => {
    expect(hashOf(describeWire())).toBe(protocolHistory.at(-1)?.hash);
  });

  it('would notice a changed shape', () => {
    expect(hashOf(describeWire().replace('"maxLength":10000', '"maxLength":10001'))).not.toBe(hashOf(describeWire()));
  });
});

describe('the registry', () => {
  it('names requests by noun.verb, once each, under the key that the wire name spells', () => {
    const names = Object.values(requests).map((request) => request.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(\.[a-z]+)?$/i);
  });

  it('lets no command through without an idempotency key', () => {
    const free = new Set(['message.send', 'read.mark', 'view.set', 'auth.renew', 'chat.create']);
    for (const request of Object.values(requests)) {
      if (request.kind !== 'command' || free.has(request.name)) continue;
      expect(JSON.stringify(jsonSchema(request.input, 'input')), request.name).toContain('"op"');
    }
  });

  it('refuses unknown fields in every input', () => {
    for (const request of [...Object.values(requests), ...Object.values(sessionRoutes), ...Object.values(demoRoutes)])
      expect(jsonSchema(request.input, 'input')['additionalProperties'], JSON.stringify(request.errors)).toBe(false);
  });
});
