import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { ResolveHost } from '#server/services/openInternet/ResolveHost.ts';
import { parseLink } from '#server/storage/units/links/parseLink.ts';
import { LinkProblem } from './LinkProblem.ts';
import { createPageDoor, type PageWish } from './pageDoor.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A page server of this machine; answers its port. */
async function serve(listener: RequestListener): Promise<number> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  return (made.address() as AddressInfo).port;
}
const wish = (more: Partial<PageWish> = {}): PageWish => ({
  accept: 'text/html',
  takes: (type) => type === 'text/html',
  bytesMax: 1_000,
  tooLong: 'cut',
  signal: AbortSignal.timeout(2_000),
  ...more,
});
const nowhere: ResolveHost = () => Promise.reject(new Error('nobody is to be asked'));
const leadsTo =
  (address: string): ResolveHost =>
  () =>
    Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
const openAt = (port: number) => createPageDoor(nowhere, [`127.0.0.1:${port}`]);
const link = (text: string): URL => parseLink(text) ?? expect.fail(`${text} is no link`);
const html = { 'content-type': 'text/html' };

describe('an address inside', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://0/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://172.16.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[ff02::1]/',
    'http://[2002:7f00:1::]/',
    'http://１２７.０.０.１/',
  ])('is not fetched as %s', async (text) => {
    await expect(createPageDoor(nowhere, []).get(link(text), wish())).rejects.toThrow(LinkProblem);
  });

  it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '0.0.0.0', '::1', '::ffff:10.0.0.1', 'fd00::1', 'fe80::1'])(
    'is not fetched under a name that leads to %s',
    async (address) => {
      const asked = createPageDoor(leadsTo(address), []).get(link('http://page.example/'), wish());
      await expect(asked).rejects.toMatchObject({ isFinal: true });
    },
  );

  it('is not fetched under a name that changes its mind: the address is the one that was looked at', async () => {
    let asked = 0;
    const rebinding: ResolveHost = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '93.184.216.34', family: 4 }];
    };
    await expect(createPageDoor(rebinding, []).get(link('http://page.example/'), wish())).rejects.toThrow(LinkProblem);
    expect(asked).toBe(1);
  });

  it('is not fetched where a redirect leads to it', async () => {
    for (const to of [
      'http://127.0.0.1:1/',
      'http://[::1]/',
      'http://2130706433/',
      '//10.0.0.1/',
      'http://name.example/',
    ]) {
      let asked = 0;
      const port = await serve((_request, response) => {
        asked += 1;
        response.writeHead(302, { location: to }).end();
      });
      const door = createPageDoor(leadsTo('192.168.0.1'), [`127.0.0.1:${port}`]);
      await expect(door.get(link(`http://127.0.0.1:${port}/`), wish())).rejects.toThrow(LinkProblem);
      expect(asked).toBe(1);
      server?.close();
    }
  });
});

describe('what is no address of the web', () => {
  it.each([
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_INFO',
    'ftp://page.example/',
    'data:text/html,<title>x',
    'javascript:alert(1)',
    'https://bank.example@evil.example/',
    'https://user:secret@page.example/',
    'http://',
    `https://page.example/${'a'.repeat(2_000)}`,
  ])('is not fetched: %s', (text) => expect(parseLink(text)).toBeUndefined());

  it.each([
    'http://page.example:22/',
    'http://page.example:8080/',
    'https://page.example:6379/',
    'http://page.example:65535/',
  ])('is not fetched at another port: %s', async (text) => {
    await expect(createPageDoor(leadsTo('93.184.216.34'), []).get(link(text), wish())).rejects.toThrow(/^port/);
  });

  it('is not followed from a redirect', async () => {
    for (const to of ['file:///etc/passwd', 'gopher://127.0.0.1/', 'http://a:b@page.example/', 'javascript:1']) {
      const port = await serve((_request, response) => void response.writeHead(301, { location: to }).end());
      await expect(openAt(port).get(link(`http://127.0.0.1:${port}/`), wish())).rejects.toThrow(/redirect/);
      server?.close();
    }
  });
});

describe('a page', () => {
  it('is fetched over redirects, without anything that tells one reader from another', async () => {
    const seen: object[] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers);
      if (request.url === '/page') response.writeHead(200, html).end('<title>x</title>');
      else response.writeHead(307, { location: '/page', 'set-cookie': 'a=b' }).end();
    });
    const page = await openAt(port).get(link(`http://127.0.0.1:${port}/first#part`), wish());
    expect([page.url.pathname, String(page.bytes)]).toEqual(['/page', '<title>x</title>']);
    for (const headers of seen)
      expect(headers).toEqual({
        host: `127.0.0.1:${port}`,
        'user-agent': 'KabarLinkCard/1',
        accept: 'text/html',
        'accept-encoding': 'gzip, br',
        connection: 'close',
      });
  });

  it('that redirects for ever is given up', async () => {
    let asked = 0;
    const port = await serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: `/${asked}` }).end();
    });
    await expect(openAt(port).get(link(`http://127.0.0.1:${port}/`), wish())).rejects.toThrow('too many redirects');
    expect(asked).toBe(6);
  });

  it('is read no further than is wanted: huge, endless, or packed', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 0x20));
    const port = await serve((request, response) => {
      if (request.url === '/bomb')
        return void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb);
      response.writeHead(200, html);
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    for (const path of ['endless', 'bomb']) {
      const at = link(`http://127.0.0.1:${port}/${path}`);
      expect((await openAt(port).get(at, wish({ bytesMax: 100_000 }))).bytes).toHaveLength(100_000);
      await expect(openAt(port).get(at, wish({ bytesMax: 100_000, tooLong: 'refuse' }))).rejects.toThrow('too long');
    }
  });

  it('that comes too slowly, or not at all, is given up in time, and may be tried again', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(200, html);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    for (const path of ['silent', 'slow']) {
      const asked = openAt(port).get(
        link(`http://127.0.0.1:${port}/${path}`),
        wish({ signal: AbortSignal.timeout(200) }),
      );
      await expect(asked).rejects.not.toThrow(LinkProblem);
    }
  });

  it('is nothing else', async () => {
    const port = await serve(({ url }, response) => {
      if (url === '/json') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      else if (url === '/none') response.writeHead(200).end('<title>x</title>');
      else if (url === '/odd') response.writeHead(200, { ...html, 'content-encoding': 'compress' }).end('x');
      else if (url === '/torn') response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('not packed');
      else response.writeHead(Number(url?.slice(1)), html).end('<title>x</title>');
    });
    const isFinal = async (path: string): Promise<boolean> => {
      const asked = openAt(port).get(link(`http://127.0.0.1:${port}/${path}`), wish());
      const error: unknown = await asked.then(
        () => undefined,
        (caught: unknown) => caught,
      );
      return error instanceof LinkProblem ? error.isFinal : expect.fail(`${path} was fetched`);
    };
    for (const path of ['json', 'none', 'odd', 'torn', '404', '403', '204', '206'])
      expect([path, await isFinal(path)]).toEqual([path, true]);
    for (const path of ['500', '503', '429']) expect([path, await isFinal(path)]).toEqual([path, false]);
  });
});
