import { browserFlags } from '#testing/browser/browserFlags.ts';
import { findBrowser } from '#testing/browser/findBrowser.ts';
import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';

const executablePath = findBrowser();
// The test runner switches the cache off for every browser that it starts.
test.use({
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: browserFlags(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

declare global {
  /** Lives as long as the page's memory does. */
  var isKept: boolean | undefined;
}

test('L8: a page that was put away gives the lead back, and carries on when it returns', async ({ person }) => {
  test.slow();
  const { a: ana, chatB } = await meet(person);
  const { page } = ana;
  const address = page.url();
  const tab = await ana.newTab();
  await tab.goto(address);
  await new ChatPage(tab).expectMessage('hello');
  await page.bringToFront();
  await page.evaluate(() => (globalThis.isKept = true));
  await page.goto(`${ana.url}/api/health`);
  // The other tab leads while this page is put away.
  await tab.bringToFront();
  await new ChatPage(tab).write('from the tab that stayed');
  await expect(chatB.message('from the tab that stayed')).toHaveCount(1, { timeout: 30_000 });
  await page.bringToFront();
  await page.goBack();
  const chat = new ChatPage(page);
  await chat.expectMessage('from the tab that stayed');
  const isKept = await page.evaluate(() => globalThis.isKept === true);
  const reasons = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return JSON.stringify((navigation as { notRestoredReasons?: unknown } | undefined)?.notRestoredReasons ?? null);
  });
  test.info().annotations.push({ type: 'back/forward cache', description: isKept ? 'restored' : reasons });
  // A page that came back from memory must say why it could not, or be the page that it was.
  expect(isKept || reasons !== 'null').toBe(true);
  await chat.write('back again');
  await expect(chatB.message('back again')).toHaveCount(1, { timeout: 30_000 });
  await chatB.write('welcome back');
  await chat.expectMessage('welcome back');
  await new ChatPage(tab).expectMessage('welcome back');
});
