import type { Frame } from '@playwright/test';
import { expect, hostileTest as test, insideOf, openTrojan } from './hostileApps/hostileTest.ts';
import { openNaked } from './hostileApps/openNaked.ts';

// Who may show whom, who may speak for whom, and what one site can do to another.

/** Shows an address in a frame of the page; answers what the frame holds then. */
async function show(frame: Frame, address: string): Promise<string> {
  await frame.evaluate((to) => globalThis.frameOf(to), address);
  return (
    (await frame
      .childFrames()
      .at(-1)
      ?.evaluate(() => location.href)) ?? 'nothing'
  );
}

test('frames in frames: cases 26, 27, 28, 30, 31, 48', async ({ person, ground }) => {
  const ana = await person('ana');
  const { trojan, other } = ground;
  const otherPage = `${ground.originOf(other)}/hostile/?silent`;
  const nested =
    '<script>top.postMessage(JSON.stringify({eventType:"web_app_setup_main_button",eventData:{text:"HIJACKED",is_visible:true}}),"*")</script>';
  const nest = (html: string) => globalThis.frameOf(URL.createObjectURL(new Blob([html], { type: 'text/html' })));

  await test.step('control', async () => {
    const { page, frame } = await openNaked(ana.context, ground, { to: ground.naked() });
    const main = page.locator('#main');
    await frame().evaluate(nest, nested);
    await expect(main).toHaveText('HIJACKED');
    await main.evaluate((button) => (button.textContent = ''));
    expect(await show(frame(), ground.naked('', 'naked'))).toContain('//naked.');
    // The headers alone keep the messenger and an app out of a stranger's page.
    expect(await show(frame(), ana.url)).toContain('chrome-error:');
    expect(await show(frame(), otherPage)).toContain('chrome-error:');
    for (const name of ['leave', 'post', 'redirect', 'data']) {
      await page.reload();
      await frame().waitForURL(/hostile/);
      await frame().evaluate((attack) => void setTimeout(() => void globalThis.run(attack)), name);
      if (name !== 'data') await expect.poll(() => frame().url(), name).toMatch(/landed/);
      else await expect(page.frameLocator('iframe').getByText('landed')).toBeVisible();
      if (name === 'leave') await expect(main).toHaveText('HIJACKED');
    }
    await page.close();
  });

  const { page, window: view, heard } = await openTrojan(ana, trojan);
  const frame = insideOf(page, trojan);
  await frame.evaluate(nest, nested);
  // Past its own relay it is a nested frame, too.
  await frame.evaluate(() =>
    window.top!.postMessage(
      '{"eventType":"web_app_setup_main_button","eventData":{"text":"HIJACKED","is_visible":true}}',
      '*',
    ),
  );
  for (const address of [ana.url, otherPage, ground.naked()])
    expect(await show(frame, address)).toContain('chrome-error:');
  const blob = nested.replace('top.postMessage', 'parent.parent.postMessage').replace('HIJACKED', 'From a blob');
  await frame.evaluate(nest, blob);
  // Case 28: a document that an app makes is the app: it has its trust, and its name above it.
  await expect(view.getByRole('button', { name: 'From a blob' })).toBeVisible();
  await expect(view.getByText('HIJACKED')).toHaveCount(0);

  for (const name of ['leave', 'lead', 'post', 'redirect', 'data']) {
    const again = await openTrojan(ana, trojan);
    await insideOf(page, trojan).evaluate((attack) => void setTimeout(() => void globalThis.run(attack)), name);
    await expect.poll(() => again.heard.lines.join(), name).toMatch(/content security policy/i);
    expect(page.frames().filter((each) => /stranger|data:/.test(each.url()))).toEqual([]);
    await expect(again.window.getByText('HIJACKED')).toHaveCount(0);
  }
  // The policy of the frames lets other apps through, so here it is the origin of the message that counts (case 27).
  await openTrojan(ana, trojan);
  const relay = insideOf(page, trojan).parentFrame()!;
  await relay.evaluate((to) => void setTimeout(() => (location.href = to)), otherPage);
  await expect.poll(() => relay.url()).toContain('//other.');
  await relay.waitForLoadState();
  await relay.evaluate(
    (text) => window.parent.postMessage(text, '*'),
    JSON.stringify({ eventType: 'web_app_setup_main_button', eventData: { text: 'HIJACKED', is_visible: true } }),
  );
  await expect.poll(() => heard.lines.length).toBeGreaterThan(0);
  await expect(view.getByText('HIJACKED')).toHaveCount(0);
  await view.getByRole('button', { name: 'Close Trojan' }).click();
  await expect(view).toHaveCount(0);
});

test('sites beside each other: cases 29, 34, 35, 39, 40, 46', async ({ person, ground }) => {
  const ana = await person('ana');
  const { trojan, other, upstream } = ground;
  const port = upstream.port;

  await test.step('case 29: an app on the site of its messenger reads everything there; the registry takes none', async () => {
    const { heard, page } = await openNaked(ana.context, ground, { to: ground.naked('read', 'naked') });
    expect(await heard.wait('read')).toContain('page,0,');
    await page.close();
    for (const url of [ana.url, `${ana.url.replace('localhost', '127.0.0.1')}/x`, ground.originOf(trojan)]) {
      const manifest = {
        names: { en: 'x' },
        about: { en: 'x' },
        category: 'tools',
        view: 'tall',
        scopes: [],
        connect: [],
        links: [],
        source: { kind: 'upstream', url },
      };
      const save = trojan.maker.ask('maker.save', { app: trojan.id, manifest, op: crypto.randomUUID() });
      await expect(save, url).rejects.toThrow(/BAD_INPUT|must not be|reached from outside/);
    }
  });

  await test.step('case 34: cookies for the site above', async () => {
    const { page, heard } = await openNaked(ana.context, ground, {
      host: 'naked.site',
      to: ground.naked('toss', 'evil.naked.site'),
    });
    await heard.wait('everything');
    expect(await page.evaluate(() => document.cookie)).toContain('tossed=hostile');
    await page.close();
    upstream.serve('/hostile/toss', (response) =>
      response
        .writeHead(200, {
          'set-cookie': ['tossed=hostile; Domain=localhost; Path=/', '__Host-kabar=hostile; Path=/; Secure'],
        })
        .end('tossed'),
    );
    const own = (await ana.context.cookies(ana.url)).map(({ name, value }) => [name, value]);
    const { page: kabar } = await openTrojan(ana, trojan, 'toss');
    await insideOf(kabar, trojan).evaluate(() => fetch('/hostile/toss').then((answer) => answer.text()));
    const now = await ana.context.cookies(ana.url);
    expect(now.map(({ name }) => name)).toEqual(own.map(([name]) => name));
    expect(now.filter(({ value }) => value === 'hostile')).toEqual([]);
  });

  await test.step('cases 39, 40: attributes that would refuse or forget the pages of makers are not used', async () => {
    const csp = await openNaked(ana.context, ground, { to: ground.naked(), attributes: { csp: "script-src 'self'" } });
    await expect.poll(() => csp.frame().url()).toContain('chrome-error:');
    await csp.page.close();
    const forgetful = { to: ground.naked('keep'), attributes: { credentialless: '' } };
    for (let turn = 0; turn < 2; turn += 1) {
      const { page, heard } = await openNaked(ana.context, ground, forgetful);
      expect(await heard.wait('keep')).toBe('nothing');
      await page.close();
    }
    const first = await openTrojan(ana, other, 'keep');
    expect(first.heard.of('keep')).toBe('nothing');
    const second = await openTrojan(ana, other, 'keep');
    expect(second.heard.of('keep')).toBe('hostile');
    const frame = ana.page.locator('iframe');
    expect(await frame.getAttribute('csp')).toBeNull();
    expect(await frame.getAttribute('credentialless')).toBeNull();
  });

  await test.step('case 46: requests and sockets in the name of the person', async () => {
    const from = await openNaked(ana.context, ground, { host: 'naked.site', to: ground.naked('', 'evil.naked.site') });
    await ana.context.addCookies([
      { name: 'session', value: 'secret', domain: 'naked.site.localhost', path: '/', sameSite: 'Strict' },
    ]);
    const call = (to: string) =>
      fetch(to, { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(
        () => 'sent',
        () => 'refused',
      );
    await from.frame().evaluate(call, `http://naked.site.localhost:${port}/seen?by=csrf`);
    expect(upstream.requests.findLast(({ url }) => url.includes('csrf'))?.headers.cookie).toContain('secret');
    const asked = from.page.waitForRequest((request) => request.url().startsWith(`${ana.url}/api`));
    // It goes out without a cookie, and whoever sent it may not even see that it was refused.
    expect(await from.frame().evaluate(call, `${ana.url}/api/session/refresh`)).toBe('refused');
    expect((await (await asked).allHeaders())['cookie']).toBeUndefined();
    const socket = (to: string) =>
      new Promise((done) => {
        const line = new WebSocket(to);
        line.onopen = () => done('open');
        line.onerror = () => done('refused');
      });
    const line = `${ana.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    expect(await from.frame().evaluate(socket, line)).toBe('refused');
    await from.page.close();
    const { page } = await openTrojan(ana, trojan);
    const frame = insideOf(page, trojan);
    expect(await frame.evaluate(call, `${ana.url}/api/session/refresh`)).toBe('refused');
    expect(await frame.evaluate(socket, line)).toBe('refused');
  });

  await test.step('case 35: a service worker of one app over the pages of another', async () => {
    const shared = await ana.context.newPage();
    await shared.goto(ground.naked('', 'shared'));
    expect(await shared.evaluate(() => globalThis.run('worker'))).toBe('registered');
    await shared.goto(ground.naked('', 'shared'));
    await expect(shared).toHaveTitle('hijacked');
    await shared.close();
    const { page } = await openTrojan(ana, trojan);
    await insideOf(page, trojan).evaluate(() => globalThis.run('worker'));
    await openTrojan(ana, other);
    expect(await insideOf(page, other).title()).toBe('page');
  });

  // No request that reached a maker's server had a cookie of the messenger.
  const cookies = upstream.requests.flatMap(({ headers }) => headers.cookie ?? []);
  expect(cookies.filter((cookie) => cookie.includes('__Host-kabar'))).toEqual([]);
});
