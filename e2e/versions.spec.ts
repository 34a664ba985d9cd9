import type { Page } from '@playwright/test';
import { ClientVersions } from './fixtures/clientVersions.ts';
import { meet } from './fixtures/meet.ts';
import type { ServerProcess } from './fixtures/server.ts';
import { test as base, expect } from './fixtures/test.ts';
import { watchScreen } from './fixtures/watchScreen.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { SettingsPage } from './pages/settingsPage.ts';
import { UpdateNote } from './pages/updateNote.ts';

/** For what must happen by itself on a slow machine: a new connection, or an update that is fetched, ms. */
const patient = { timeout: 90_000 };

const test = base.extend<object, { builtClient: string; versions: ClientVersions }>({
  /** What `npm run e2e` has built. */
  builtClient: ['dist/client', { scope: 'worker', option: true }],
  versions: [
    async ({ builtClient }, use) => {
      const versions = await ClientVersions.make(builtClient);
      await use(versions);
      await versions.dispose();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  clientFolder: [async ({ versions }, use) => use(versions.folder), { scope: 'worker' }],
});

/** The operator's part: stops the server, puts the other version there and starts again. */
async function serve(server: ServerProcess, versions: ClientVersions, which: 'old' | 'next'): Promise<void> {
  if (versions.current === which) return;
  await server.kill('SIGTERM');
  await versions.put(which);
  await server.up();
}

/** Waits until the app's files are on the device and the tab is in the care of a service worker that has tidied up. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
}

/** Checks that the device holds all files of a version. Whether screens open does not tell: the browser has a cache of its own, which forgets at will. */
async function expectOnDevice(page: Page, { assets }: { assets: string[] }): Promise<void> {
  const missing = await page.evaluate(async (files) => {
    const found = await Promise.all(files.map(async (file) => ((await caches.match(file)) ? [] : [file])));
    return found.flat();
  }, assets);
  expect(missing).toEqual([]);
}

/** The person returns to a tab that was in the background, where it does not look for a new version. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

/** Which document a tab shows: its scripts name the build, its start tells it from one that was loaded again. */
function documentOf(page: Page): Promise<{ scripts: string[]; start: number }> {
  return page.evaluate(() => ({
    scripts: Array.from(document.scripts, ({ src }) => new URL(src).pathname),
    start: performance.timeOrigin,
  }));
}

/** Waits until a tab runs a version. In the middle of a reload a page cannot be asked, so it is asked again. */
async function expectVersion(page: Page, { scripts }: { scripts: string[] }): Promise<void> {
  await expect(async () => expect((await documentOf(page)).scripts).toEqual(scripts)).toPass(patient);
}

/** The hashed files that a tab has loaded so far. */
function filesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const addresses = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    return addresses.filter((address) => address.startsWith('/assets/'));
  });
}

/** Opens a screen with a dialog whose code this tab has never loaded, and checks that its files are those of the old version. */
async function useUnloadedScreen(page: Page, { old, next }: ClientVersions): Promise<void> {
  const before = new Set(await filesOf(page));
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.thinkOfLeaving();
  const fresh = (await filesOf(page)).filter((file) => !before.has(file));
  expect(fresh.filter((file) => !old.assets.includes(file))).toEqual([]);
  expect(fresh.filter((file) => !next.assets.includes(file)).length).toBeGreaterThan(0);
}

async function backToChat(page: Page, title: string): Promise<ChatPage> {
  const list = new ChatListPage(page);
  await list.open();
  return list.openChat(title);
}

/** Waits for a message that needs a new connection first. */
async function expectLater(chat: ChatPage, text: string): Promise<void> {
  await expect(chat.message(text)).toHaveCount(1, patient);
}

test.describe('two versions of the client', () => {
  test.describe.configure({ timeout: 240_000 });
  test.beforeEach(async ({ server, versions }) => serve(server, versions, 'old'));

  test('an open tab of the old version goes on working, lives beside the new one, and becomes it when asked', async ({
    person,
    server,
    versions,
  }) => {
    const { a: ana, b: ben, chatA, chatB } = await meet(person);
    const seen = await watchScreen(ana.context);
    await settle(ana.page);
    await expectVersion(ana.page, versions.old);
    const first = await documentOf(ana.page);
    await serve(server, versions, 'next');

    // The tab writes, and loads screens that it has never shown.
    await chatA.write('written by the old version');
    await expectLater(chatB, 'written by the old version');
    await useUnloadedScreen(ana.page, versions);
    // A tab without a service worker would ask the server for these.
    for (const file of versions.old.assets)
      expect([file, (await ana.context.request.get(ana.url + file)).status()]).toEqual([file, 200]);

    // It hears of the new version and stays what it is; so does a tab that is opened now.
    await backToChat(ana.page, ben.name);
    const otherTab = await ana.newTab();
    const other = new ChatPage(otherTab);
    await comeBack(ana.page);
    for (const tab of [ana.page, otherTab]) await expect(new UpdateNote(tab).strip).toBeVisible(patient);
    await expectVersion(otherTab, versions.old);
    expect(await documentOf(ana.page)).toEqual(first);
    await other.expectMessage('written by the old version');
    const second = await documentOf(otherTab);

    // The person agrees in one tab: that one runs the new version, with everything where it was.
    await new UpdateNote(ana.page).agree();
    await expectVersion(ana.page, versions.next);
    await chatA.expectMessage('hello');
    await chatA.expectMessage('written by the old version');
    await expect(new ChatListPage(ana.page).row(ben.name)).toBeVisible();
    await expect(new UpdateNote(ana.page).strip).toHaveCount(0);
    expect(await documentOf(otherTab)).toEqual(second);

    // A tab of either version shows what arrives and what the other one writes.
    await chatB.write('to both of you');
    for (const chat of [chatA, other]) await expectLater(chat, 'to both of you');
    await other.write('from the old tab');
    await chatA.write('from the new tab');
    for (const chat of [chatA, other, chatB]) {
      await expectLater(chat, 'from the old tab');
      await expectLater(chat, 'from the new tab');
    }
    // The new service worker has kept the old version's files.
    await settle(ana.page);
    await expectOnDevice(otherTab, versions.old);
    await expectOnDevice(otherTab, versions.next);
    await useUnloadedScreen(otherTab, versions);
    await new SettingsPage(ana.page).expectVersion(versions.next.number);

    await new UpdateNote(otherTab).agree();
    await expectVersion(otherTab, versions.next);
    await (await backToChat(otherTab, ben.name)).expectMessage('from the new tab');
    expect(seen).toEqual([]);
  });

  test('without a network both versions start and show what they have, before and after the update', async ({
    person,
    server,
    versions,
  }) => {
    const { a: ana, b: ben, chatA, chatB } = await meet(person);
    const seen = await watchScreen(ana.context);
    await settle(ana.page);
    await serve(server, versions, 'next');
    await comeBack(ana.page);
    const note = new UpdateNote(ana.page);
    await expect(note.strip).toBeVisible(patient);

    // The new version waits; a reload brings the old one again, which is whole.
    await ana.network.cut();
    await ana.page.reload();
    await expectVersion(ana.page, versions.old);
    await chatA.expectMessage('hello');
    await ana.network.restore();
    const otherTab = await ana.newTab();
    await expectVersion(otherTab, versions.old);
    await expect(note.strip).toBeVisible(patient);
    await note.agree();
    await expectVersion(ana.page, versions.next);
    await chatA.expectMessage('hello');

    await ana.network.cut();
    await ana.page.reload();
    await expectVersion(ana.page, versions.next);
    await chatA.expectMessage('hello');
    await chatA.write('offline, in the new version');
    await expectVersion(otherTab, versions.old);
    await useUnloadedScreen(otherTab, versions);
    const other = await backToChat(otherTab, ben.name);
    await other.write('offline, in the old version');
    await ana.network.restore();
    for (const chat of [chatA, other, chatB]) {
      await expectLater(chat, 'offline, in the new version');
      await expectLater(chat, 'offline, in the old version');
    }
    expect(seen).toEqual([]);
  });

  test('whoever closes all tabs gets the new version without being asked', async ({ person, server, versions }) => {
    const { a: ana } = await meet(person);
    const seen = await watchScreen(ana.context);
    await settle(ana.page);
    await serve(server, versions, 'next');
    await comeBack(ana.page);
    await expect(new UpdateNote(ana.page).strip).toBeVisible(patient);
    await ana.page.close();
    // The browser changes the version when it has noticed that nobody uses the old one any more.
    await expect(async () => {
      const tab = await ana.newTab();
      try {
        expect((await documentOf(tab)).scripts).toEqual(versions.next.scripts);
        await new ChatPage(tab).expectMessage('hello');
      } finally {
        await tab.close();
      }
    }).toPass(patient);
    expect(seen).toEqual([]);
  });
});
