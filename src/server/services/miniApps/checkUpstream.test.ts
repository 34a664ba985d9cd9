import { describe, expect, it } from 'vitest';
import { checkUpstream } from './checkUpstream.ts';

const tools = {
  origins: () => ['https://chat.kabar.example', 'http://localhost:8787'],
  originOf: (label: string) => `https://${label}.kabar-apps.example`,
  privateHosts: ['127.0.0.1:9001', 'queue.internal:8080'],
};

describe('the address of an app’s own server', () => {
  it.each([
    'https://shop.example.com/start?x=1',
    'http://93.184.215.14:8080/',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
    'http://127.0.0.1:9001/queue',
    'http://queue.internal:8080/',
    'https://kabar.example.com/',
  ])('may be %s', (url) => expect(checkUpstream(url, tools)).toBeUndefined());

  it.each([
    ['ftp://shop.example.com/', 'begin with'],
    ['javascript:alert(1)', 'begin with'],
    ['nothing', 'begin with'],
    ['https://user@shop.example.com/', 'name or password'],
    ['https://:secret@shop.example.com/', 'name or password'],
    ['https://chat.kabar.example/', 'site of the messenger'],
    ['https://CHAT.kabar.example./', 'site of the messenger'],
    ['https://other.kabar.example/', 'site of the messenger'],
    ['http://localhost:8787/', 'site of the messenger'],
    ['http://localhost:1/', 'site of the messenger'],
    ['https://cafe.kabar-apps.example/', 'where mini-apps run'],
    ['https://kabar-apps.example/', 'where mini-apps run'],
    ['http://127.0.0.1/', 'reached from outside'],
    ['http://127.0.0.1:9002/', 'reached from outside'],
    ['http://0x7f.1/', 'reached from outside'],
    ['http://2130706433/', 'reached from outside'],
    ['http://10.1.2.3/', 'reached from outside'],
    ['http://172.31.0.1/', 'reached from outside'],
    ['http://192.168.0.1/', 'reached from outside'],
    ['http://169.254.169.254/latest/meta-data', 'reached from outside'],
    ['http://0.0.0.0/', 'reached from outside'],
    ['http://[::1]/', 'reached from outside'],
    ['http://[::ffff:127.0.0.1]/', 'reached from outside'],
    ['http://[fe80::1]/', 'reached from outside'],
    ['http://[fd00::1]/', 'reached from outside'],
    ['http://203.0.113.9/', 'reached from outside'],
    ['http://[2001:db8::1]/', 'reached from outside'],
    ['http://intranet/', 'reached from outside'],
    ['http://queue.internal/', 'reached from outside'],
    ['http://printer.local/', 'reached from outside'],
  ])('is never %s', (url, why) => expect(checkUpstream(url, tools)).toContain(why));

  it('of the default place, on this machine, is not below localhost', () => {
    const local = {
      ...tools,
      origins: () => ['http://localhost:8787'],
      originOf: (label: string) => `http://${label}.localhost:8787`,
    };
    expect(checkUpstream('http://cafe.localhost:8787/', local)).toContain('where mini-apps run');
    expect(checkUpstream('http://127.0.0.1:9001/', local)).toBeUndefined();
  });
});
