import { join } from 'node:path';
import { openDiskProfile } from './browser/openBrowser.ts';
import { waitForChats } from './browser/fillCache.ts';
import { runBench } from './shared/runBench.ts';
import { seedWorld } from './shared/seedWorld.ts';
import { startKabar } from './shared/startKabar.ts';
await runBench('dbg', async (scope) => {
  const dataDir = await scope.folder();
  const rooms = Array.from({ length: 300 }, (_, room) => ({
    members: room % 3 === 2 ? [0, 1, 2, 3, 4].map((member) => (member === 0 ? 0 : room + member)) : [0, room + 1],
    messages: 3 }));
  const world = await seedWorld(join(dataDir,'kabar.db'), { people: 306, rooms });
  const kabar = await startKabar(scope, dataDir);
  const context = await openDiskProfile(scope, kabar.url, world.people[0]!);
  const page = await context.newPage();
  page.on('console', m => console.log('page:', m.text().slice(0,300)));
  await page.goto(`${kabar.url}/chats`);
  await waitForChats(page, world.people[0]!.userId, 300);
  for (let i=0;i<4;i++) {
  const keys = await page.evaluate((name) => new Promise<number[]>((res) => { const o = indexedDB.open(name); o.onsuccess = () => { const r = o.result.transaction('chats').objectStore('chats').getAllKeys(); r.onsuccess = () => { o.result.close(); res(r.result as number[]); }; }; }), `m-${world.people[0]!.userId}`);
  console.log(keys.length, world.chats.map((c, i) => keys.includes(c) ? -1 : i).filter(i => i >= 0).slice(0, 20));
  await page.waitForTimeout(1500);
  }
  return { bars: [], detail: {} };
});
