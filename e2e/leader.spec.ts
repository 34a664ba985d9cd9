import type { Page, Worker } from '@playwright/test';
import { expect, test, type Person } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';
import { ChatPage } from './pages/chatPage.ts';

/** How long a take-over may take here: far more than it does, because the machine is shared. */
const patience = { timeout: 40_000 };

/** The second tab of a person, on the chat that the first one shows. */
async function openSecond(person: Person): Promise<ChatPage> {
  const tab = await person.newTab();
  await tab.goto(person.page.url());
  const second = new ChatPage(tab);
  await second.expectMessage('hello');
  return second;
}

/** The engine's worker in a tab that leads. */
async function engineOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length, patience).toBe(1);
  return page.workers()[0] as Worker;
}

test.describe('several tabs, one engine', () => {
  test.slow();

  test('two tabs share one worker and one live connection; the next tab takes over when the first one closes', async ({
    person,
  }) => {
    const { a: ana, chatB } = await meet(person);
    await engineOf(ana.page);
    const second = await openSecond(ana);
    await expect.poll(() => ana.network.liveConnections, patience).toBe(1);
    expect(second.page.workers()).toHaveLength(0);
    const closed = Date.now();
    await ana.page.close();
    await engineOf(second.page);
    await expect.poll(() => ana.network.liveConnections, patience).toBe(1);
    test.info().annotations.push({ type: 'take-over', description: `${Date.now() - closed} ms` });
    await chatB.write('are you still there?');
    await second.expectMessage('are you still there?');
  });

  test('L5, L6: a frozen leader is replaced, and does no harm when it thaws', async ({ person }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    const second = await openSecond(ana);
    const cdp = await ana.context.newCDPSession(ana.page);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await second.page.bringToFront();
    await second.write('while the other tab is frozen');
    await expect(chatB.message('while the other tab is frozen')).toHaveCount(1, patience);
    await chatB.write('an answer');
    await second.expectMessage('an answer');
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await ana.page.bringToFront();
    await chatA.expectMessage('an answer');
    await chatA.write('awake again');
    await expect(chatB.message('awake again')).toHaveCount(1, patience);
    await expect.poll(() => ana.network.liveConnections, patience).toBe(1);
    expect(await chatB.texts(/while the other tab|an answer|awake again/)).toEqual([
      'while the other tab is frozen',
      'an answer',
      'awake again',
    ]);
  });

  test('L7: an engine whose worker crashes is started again', async ({ person }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    const engine = await engineOf(ana.page);
    // It ends without a word, as after a lack of memory.
    await engine.evaluate(() => self.close());
    await chatA.write('written while nobody sends');
    await expect(chatB.message('written while nobody sends')).toHaveCount(1, patience);
    await chatB.write('heard');
    await chatA.expectMessage('heard');
  });

  test('L7: an engine that hangs is ended, and another one goes on', async ({ person }) => {
    // One core is busy with the loop until the browser ends it, and on a busy machine everything else waits for that.
    test.slow();
    const { a: ana, chatA, chatB } = await meet(person);
    const engine = await engineOf(ana.page);
    engine
      .evaluate(() => {
        for (;;);
      })
      // Its end is the end of this call too.
      .catch(() => undefined);
    await chatA.write('written while the engine hangs');
    await expect(chatB.message('written while the engine hangs')).toHaveCount(1, { timeout: 120_000 });
  });

  test('a reload in the middle of sending loses and doubles nothing', async ({ person }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    const texts = Array.from({ length: 20 }, (_, index) => `number ${index + 1}`);
    await ana.network.cut();
    for (const text of texts) await chatA.write(text);
    await ana.network.restore();
    ana.network.slow({ latencyMs: 150 });
    await ana.page.reload();
    await new ChatPage(ana.page).expectMessage('number 20');
    await ana.page.reload();
    await ana.network.restore();
    await expect(chatB.message('number 20')).toHaveCount(1, patience);
    await expect.poll(() => chatB.texts(/^number \d+$/), patience).toEqual(texts);
    await expect.poll(() => new ChatPage(ana.page).texts(/^number \d+$/), patience).toEqual(texts);
  });
});
