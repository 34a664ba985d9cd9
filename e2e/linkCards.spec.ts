import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { Locator } from '@playwright/test';
import { plainPicture } from '#testing/samplePictures.ts';
import { meet } from './fixtures/meet.ts';
import { workerRules } from './fixtures/workerRules.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';

/** Pages of this machine that people link to; `asked`: the paths that were asked for. */
async function servePages(port: number): Promise<{ server: Server; asked: string[] }> {
  const asked: string[] = [];
  const picture = await plainPicture(600, 300);
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (url === '/sea.png') return void response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    if (url === '/away') return void response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><title>The sea</title><meta name="description" content="Blue and wide"><meta property="og:image" content="/sea.png"><script>location = '/ran'</script>`,
      );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, asked };
}
/** The message that begins so. */
const line = (chat: ChatPage, begin: string): Locator =>
  chat.feed.getByRole('article', { name: new RegExp(`: ${begin} http`) });
const cardIn = (chat: ChatPage, begin: string): Locator =>
  line(chat, begin).getByRole('link', { name: /^Link: The sea/ });

test.describe('link cards', () => {
  test('come after the message, with a picture of the server, stay without a network, and are taken off for both', async ({
    person,
    world,
  }) => {
    const { server, asked } = await servePages(world.appPort);
    const address = `http://127.0.0.1:${world.appPort}/page`;
    try {
      const { b, chatA, chatB } = await meet(person);
      // What came before the worker rules is not kept by it.
      await workerRules(b);
      await chatA.write(`look ${address}`);
      await expect(cardIn(chatB, 'look')).toBeVisible();
      await expect(cardIn(chatA, 'look')).toContainText('Blue and wide');
      const link = cardIn(chatB, 'look');
      await expect(link).toHaveAttribute('href', address);
      await expect(link).toHaveAttribute('rel', /noopener noreferrer/);
      await expect(link).toHaveAttribute('target', '_blank');
      const picture = link.locator('img');
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
      expect(await picture.getAttribute('src')).not.toContain(String(world.appPort));
      expect(asked).toEqual(['/page', '/sea.png']);
      await b.network.cut();
      await b.page.reload();
      const later = new ChatPage(b.page);
      await expect(cardIn(later, 'look')).toBeVisible();
      await expect
        .poll(() =>
          cardIn(later, 'look')
            .locator('img')
            .evaluate((image: HTMLImageElement) => image.naturalWidth),
        )
        .toBe(600);
      await line(chatA, 'look').focus();
      await chatA.page.keyboard.press('Shift+F10');
      await chatA.page.getByRole('menuitem', { name: 'Remove link card' }).click();
      await expect(cardIn(chatA, 'look')).toHaveCount(0);
      await b.network.restore();
      await expect(cardIn(later, 'look')).toHaveCount(0);
      await expect(line(chatA, 'look')).toContainText(address);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('are none where a page leads inside, and none for who wants none', async ({ person, world }) => {
    const { server, asked } = await servePages(world.appPort);
    try {
      const { a, b, chatA, chatB } = await meet(person);
      await chatA.write(`inside http://127.0.0.1:${world.appPort}/away`);
      await chatB.write(`look http://127.0.0.1:${world.appPort}/other`);
      await expect(cardIn(chatA, 'look')).toBeVisible();
      await expect.poll(() => asked).toContain('/away');
      await expect(line(chatB, 'inside').getByRole('link', { name: /^Link:/ })).toHaveCount(0);
      await a.page.goto(`${a.url}/settings/chats`);
      await a.page.getByRole('switch', { name: /Link cards/ }).click();
      // Within the page: what was just chosen is still being stored.
      const list = new ChatListPage(a.page);
      await list.open();
      const again = await list.openChat(b.name);
      await expect(line(again, 'look')).toBeVisible();
      await expect(cardIn(again, 'look')).toHaveCount(0);
      await again.write(`quiet http://127.0.0.1:${world.appPort}/quiet`);
      await expect(line(chatB, 'quiet')).toBeVisible();
      await expect(cardIn(chatB, 'look')).toBeVisible();
      // A link that is sent later has its card: whatever was to be fetched before has been.
      await chatB.write(`later http://127.0.0.1:${world.appPort}/later`);
      await expect(cardIn(chatB, 'later')).toBeVisible();
      expect(asked).not.toContain('/quiet');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
