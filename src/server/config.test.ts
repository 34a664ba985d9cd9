import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits as protocolLimits } from '#protocol/limits.ts';
import { parseConfig } from './config.ts';
import { defaultPasswordCost } from '#server/services/accounts/passwords.ts';
import { StartError } from './startError.ts';
import { rateLimits } from '#server/transport/rateLimits.ts';

describe('configuration', () => {
  it('has a default for everything', () => {
    expect(parseConfig({})).toEqual({
      port: 8787,
      hosts: ['127.0.0.1', '::1'],
      dataDir: resolve('data'),
      storage: { kind: 'sqlite', path: resolve('data/kabar.db') },
      origins: undefined,
      endpoints: [],
      appOrigin: undefined,
      appPrivateHosts: [],
      linkCardHosts: [],
      firstParty: false,
      proxyHops: 0,
      files: undefined,
      personBytes: protocolLimits.personBytesMax,
      isProduction: false,
      limits: rateLimits,
      passwordCost: defaultPasswordCost,
      handlerMs: 15_000,
    });
  });

  it('reads every variable', () => {
    const config = parseConfig({
      PORT: '0',
      HOST: '0.0.0.0, ::',
      DATA_DIR: '/srv/kabar',
      DATABASE_URL: 'postgres://u:p@db/kabar',
      ORIGINS: 'https://a.example,http://localhost:3000',
      ENDPOINTS: 'https://n1.example',
      MINIAPP_ORIGIN: 'https://{app}.apps.example',
      MINIAPP_PRIVATE_HOSTS: '127.0.0.1:3000, apps.internal:80',
      LINK_CARD_ALLOW: 'wiki.internal:8080',
      TRUST_PROXY: '2',
      LIMITS: '{"rate":{"signUpIp":{"burst":1000,"everyMs":1}},"handlerMs":50}',
      NODE_ENV: '',
    });
    expect(config).toMatchObject({
      port: 0,
      hosts: ['0.0.0.0', '::'],
      dataDir: '/srv/kabar',
      storage: { kind: 'postgres', url: 'postgres://u:p@db/kabar' },
      origins: ['https://a.example', 'http://localhost:3000'],
      endpoints: ['https://n1.example'],
      appOrigin: 'https://{app}.apps.example',
      appPrivateHosts: ['127.0.0.1:3000', 'apps.internal:80'],
      linkCardHosts: ['wiki.internal:8080'],
      proxyHops: 2,
      handlerMs: 50,
    });
    expect(config.limits?.signUpIp).toEqual({ burst: 1_000, everyMs: 1 });
    expect(config.limits?.logInIp).toEqual(rateLimits.logInIp);
    expect(parseConfig({ LIMITS: '{"off":true}' }).limits).toBeNull();
  });

  const bad: [string, string][] = [
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'nonsense'],
    ['ORIGINS', 'localhost:8787'],
    ['ORIGINS', 'http://localhost:8787/'],
    ['ORIGINS', 'https://a.example,*'],
    ['ENDPOINTS', 'ws://a.example'],
    ['MINIAPP_ORIGIN', 'https://apps.example'],
    ['MINIAPP_ORIGIN', 'https://{app}.apps.example/x'],
    ['MINIAPP_ORIGIN', 'https://x.{app}.example'],
    ['MINIAPP_PRIVATE_HOSTS', '127.0.0.1'],
    ['LINK_CARD_ALLOW', 'http://wiki.internal:8080'],
    ['TRUST_PROXY', 'true'],
    ['LIMITS', '{'],
    ['LIMITS', '[]'],
    ['LIMITS', '{"of":true}'],
    ['LIMITS', '{"rate":{"nothing":{"burst":1,"everyMs":1}}}'],
    ['LIMITS', '{"rate":{"ip":{"burst":0,"everyMs":1}}}'],
    ['LIMITS', '{"password":{"memoryKiB":1,"passes":1}}'],
  ];
  it.each(bad)('stops at %s=%s with one line that names it', (name, value) => {
    let message = '';
    try {
      parseConfig({ [name]: value });
    } catch (error) {
      expect(error).toBeInstanceOf(StartError);
      message = (error as Error).message;
    }
    expect(message).toMatch(new RegExp(`^${name}[.: ]`));
    expect(message).not.toContain('\n');
  });

  it('refuses mini-apps on the site of the messenger', () => {
    const place = { MINIAPP_ORIGIN: 'https://{app}.apps.example.com' };
    expect(() => parseConfig({ ...place, ORIGINS: 'https://chat.example.com' })).toThrow(/^MINIAPP_ORIGIN: /);
    expect(() => parseConfig({ ...place, ORIGINS: 'https://chat.example.org' })).not.toThrow();
  });

  it('does not repeat a secret', () => {
    expect(() => parseConfig({ DATABASE_URL: 'mysql://user:hunter2@db/x' })).toThrow(/^(?!.*hunter2)/);
  });

  it('refuses switched-off limits and cheap passwords in production', () => {
    for (const limits of [
      '{"off":true}',
      '{"password":{"memoryKiB":8,"passes":1}}',
      '{"password":{"memoryKiB":19456,"passes":1}}',
    ]) {
      expect(() => parseConfig({ LIMITS: limits, NODE_ENV: 'production' })).toThrow(StartError);
      expect(() => parseConfig({ LIMITS: limits })).not.toThrow();
    }
    expect(() =>
      parseConfig({ LIMITS: '{"password":{"memoryKiB":65536,"passes":3}}', NODE_ENV: 'production' }),
    ).not.toThrow();
  });

  it('keeps files in a bucket when one is named, with all that it takes', () => {
    const keys = { S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'very secret' };
    expect(parseConfig({ S3_BUCKET: 'kabar', S3_ENDPOINT: 'http://127.0.0.1:9000', ...keys }).files).toEqual({
      bucket: 'kabar',
      endpoint: 'http://127.0.0.1:9000',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'very secret',
    });
    expect(parseConfig({ S3_BUCKET: 'kabar', S3_REGION: 'eu-west-1', ...keys }).files).toMatchObject({
      region: 'eu-west-1',
      endpoint: undefined,
    });
    const wrong: [string, Record<string, string>][] = [
      ['S3_BUCKET', { S3_ENDPOINT: 'http://127.0.0.1:9000', ...keys }],
      ['S3_BUCKET', { S3_BUCKET: 'no/bucket', ...keys }],
      ['S3_ENDPOINT', { S3_BUCKET: 'kabar', S3_ENDPOINT: 'http://127.0.0.1/path', ...keys }],
      ['S3_REGION', { S3_BUCKET: 'kabar', S3_REGION: 'a b', ...keys }],
      ['S3_ACCESS_KEY_ID', { S3_BUCKET: 'kabar', S3_SECRET_ACCESS_KEY: 'very secret' }],
      ['S3_SECRET_ACCESS_KEY', { S3_BUCKET: 'kabar', S3_ACCESS_KEY_ID: 'id' }],
    ];
    for (const [name, environment] of wrong) {
      const error = ((): unknown => {
        try {
          return parseConfig(environment);
        } catch (thrown) {
          return thrown;
        }
      })();
      expect(error).toBeInstanceOf(StartError);
      expect((error as Error).message).toContain(name);
      expect((error as Error).message).not.toContain('very secret');
    }
  });

  it('limits what a person may keep', () => {
    expect(parseConfig({ LIMITS: '{"personBytes": 5000}' }).personBytes).toBe(5_000);
    expect(() => parseConfig({ LIMITS: '{"personBytes": -1}' })).toThrow('personBytes');
  });
});
