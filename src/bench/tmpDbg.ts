import { join } from 'node:path';
import { openBrowser, openProfile } from './browser/openBrowser.ts';
import { runBench } from './shared/runBench.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
await runBench('dbg', async (scope) => {
  const dataDir = await scope.folder();
  const rooms = Array.from({ length: 50 }, (_, room) => ({ members: [0, room + 1], messages: 30, isRead: true }));
  const world = await seedWorld(join(dataDir,'kabar.db'), { people: 60, rooms });
  const kabar = await startKabar(scope, dataDir);
  const page = await (await openProfile(await openBrowser(scope), kabar.url, world.people[0]!)).newPage();
  page.on('console', m => console.log('page:', m.text().slice(0,300)));
  await page.goto(`${kabar.url}/chats`);
  await page.locator('a[href^="/chats/"]').first().waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(() => { for (const t of ['mousedown','mouseup','click','focusin','scroll']) addEventListener(t, (e) => console.log(t, (e.target as Element).tagName, (e.target as Element).closest?.('a')?.getAttribute('href'), Math.round(e.timeStamp), (e.target as Element).scrollTop), true);
    new MutationObserver((l) => console.log('mut', l.filter((m) => m.removedNodes.length).map((m) => [...m.removedNodes].map((n) => (n as Element).outerHTML?.slice(0, 60))).join(' | '))).observe(document.querySelector('nav[aria-label=Chats]')!, { childList: true, subtree: true }); });
  let miss = 0;
  for (let i = 0; i < 50; i++) {
    const href = `/chats/${world.chats[i]}`;
    await page.evaluate((top) => { const l = [...document.querySelectorAll('nav')].find((n) => n.querySelector('a[href^="/chats/"]')); l?.scrollTo({ top, behavior: 'instant' }); }, i * 72 - 560);
    const row = page.locator(`a[href="${href}"]`);
    await row.hover(); await page.waitForTimeout(50);
    console.log('--', i, href);
    await row.click();
    await page.waitForTimeout(200);
    if (!page.url().endsWith(href)) { miss++; console.log('MISSED', i); }
  }
  console.log('missed', miss);
  return { bars: [], detail: {} };
});
