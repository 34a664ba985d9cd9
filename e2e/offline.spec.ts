import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';
import { meet } from './fixtures/meet.ts';
import { workerRules } from './fixtures/workerRules.ts';

test.describe('without a network', () => {
  test('people read, write, reload and come back: ten messages, once, in order, on both sides', async ({ person }) => {
    const { a: ana, b: ben, chatA, chatB } = await meet(person);
    await chatA.write('see you on the other side');
    await chatB.expectMessage('see you on the other side');
    await chatB.write('safe travels');
    await chatA.expectMessage('safe travels');
    // The shell is on the device once the service worker has taken over.
    await workerRules(ana);

    await ana.network.cut();
    for (let number = 1; number <= 5; number += 1) await chatA.write(`offline ${number}`);
    await ana.page.reload();
    const again = new ChatPage(ana.page);
    await again.expectMessage('safe travels');
    await again.expectMessage('offline 1');
    for (let number = 6; number <= 10; number += 1) await again.write(`offline ${number}`);
    await expect(ana.page.getByText(/10 messages waiting/).first()).toBeVisible();
    await expect(chatB.feed.getByText(/^offline/)).toHaveCount(0);

    await ana.network.restore();
    const expected = Array.from({ length: 10 }, (_, index) => `offline ${index + 1}`);
    await expect.poll(() => chatB.texts(/^offline \d+$/), { timeout: 45_000 }).toEqual(expected);
    await expect.poll(() => again.texts(/^offline \d+$/)).toEqual(expected);
    await expect(ana.page.getByText(/messages waiting/)).toHaveCount(0);
    await ben.page.reload();
    await expect.poll(() => new ChatPage(ben.page).texts(/^offline \d+$/)).toEqual(expected);
  });

  test('the chat list and the last chat open from the device when the server is away', async ({ person, server }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    await chatB.write('kept on the device');
    await chatA.expectMessage('kept on the device');
    await workerRules(ana);
    await server.kill();
    await ana.page.goto(`${ana.url}/`);
    await new ChatPage(ana.page).expectMessage('kept on the device');
    await server.up();
  });

  test('a half-open line loses nothing', async ({ person }) => {
    const { a: ana, chatA, chatB } = await meet(person);
    ana.network.hole();
    await chatA.write('into the hole');
    ana.network.slow({ latencyMs: 50, bytesPerSecond: 200_000 });
    await ana.network.restore();
    await expect(chatB.message('into the hole')).toHaveCount(1, { timeout: 40_000 });
    await expect(chatA.message('into the hole')).toHaveCount(1);
  });
});
