import type { CDPSession } from '@playwright/test';
import { appBrowser, makeApp } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';
import { MiniAppsPage, scriptedPage } from './pages/miniApps.ts';

// Pages that stop to be: their process dies, they compute for ever, or they never came.

test.use({ launchOptions: appBrowser });

/** How long a person may be left with a dead page; asked for again and again, so that a slow machine only waits longer, ms. */
const toldMs = 30_000;

/** The messenger's page by a line of its own: the test runner gives up a page one of whose frames has crashed, although the page lives. */
const look = async <Value>(line: CDPSession, code: string): Promise<Value> =>
  (await line.send('Runtime.evaluate', { expression: code, returnByValue: true })).result.value as Value;

const window = `document.querySelector('section[aria-label="Rapuh, mini-app"]')`;
const words = `${window}?.innerText ?? ''`;
const pressed = (name: string): string =>
  `[...${window}.querySelectorAll('button')].find((button) => button.innerText === '${name}').click()`;

for (const [how, told, again] of [
  ['crashes', 'Rapuh has stopped', 'Try again'],
  ['hangs', 'Rapuh does not answer any more', 'Open again'],
] as const) {
  test(`the page of an app ${how}: the chat goes on, the person is told, and opens it again`, async ({
    person,
    server,
    upstream,
  }) => {
    upstream.serve('/', scriptedPage('Rapuh'));
    const ana = await person('ana');
    const { page, context } = ana;
    const id = `rapuh-${how}`;
    await makeApp(server, ana.url, { name: 'Rapuh', url: upstream.url('/') }, id);
    const apps = new MiniAppsPage(page);
    await page.goto(`${ana.url}/apps/${id}`);
    await expect(apps.window('Rapuh')).toBeVisible();
    const frame = await apps.frame(id);
    await frame.getByLabel('Notes').fill('two cups');
    const line = await context.newCDPSession(page);
    const relay = frame.parentFrame();
    if (!relay) throw new Error('no relay');
    const inner = await context.newCDPSession(relay);
    // Neither call is ever answered.
    if (how === 'crashes') inner.send('Page.crash').catch(() => undefined);
    else void frame.evaluate('setTimeout(() => { for (;;); }, 0)');
    await look(line, `document.querySelector('a[href="/friends"]').click()`);
    await expect.poll(() => look<string>(line, 'location.pathname')).toBe('/friends');
    await expect.poll(() => look<string>(line, words), { timeout: toldMs }).toContain(told);
    await look(line, pressed(again));
    await expect
      .poll(() => look<number>(line, `document.querySelector('iframe')?.contentWindow.length`), { timeout: toldMs })
      .toBe(1);
    await expect.poll(() => look<string>(line, words)).not.toContain(told);
  });
}

for (const at of ['relay', 'page'] as const) {
  test(`the ${at} of an app does not come: our own words stand there, not the browser’s`, async ({
    person,
    server,
    upstream,
  }) => {
    upstream.serve('/', scriptedPage('Rapuh'));
    const ana = await person('ana');
    const { page, context } = ana;
    const id = `rapuh-${at}`;
    await makeApp(server, ana.url, { name: 'Rapuh', url: upstream.url('/') }, id);
    await page.goto(`${ana.url}/chats`);
    const address = at === 'relay' ? /__mini\/relay/ : new RegExp(`//${id}\\.[^/]*/(#|\\?|$)`);
    await context.route(address, (route) => route.abort('internetdisconnected'));
    const apps = new MiniAppsPage(page);
    await page.goto(`${ana.url}/apps/${id}`);
    const view = apps.window('Rapuh');
    await expect(view.getByRole('heading', { name: 'Rapuh cannot be reached' })).toBeVisible({ timeout: toldMs });
    await context.unroute(address);
    await view.getByRole('button', { name: 'Try again' }).click();
    await expect((await apps.frame(id)).getByLabel('Notes')).toBeVisible({ timeout: toldMs });
  });
}
