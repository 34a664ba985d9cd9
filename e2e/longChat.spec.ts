import { expect, test, type Person } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';
import type { ChatPage } from './pages/chatPage.ts';

const history = 10_000;
/** The most messages that one request may carry. */
const batch = 20;
const perSecond = 20;

/** Sends through the API as a person: as fast as the server answers, in order. */
async function apiOf(person: Person, chat: number): Promise<(texts: readonly string[]) => Promise<void>> {
  const { request } = person.context;
  const headers = { origin: person.url };
  const grant = await request.post(`${person.url}/api/session/refresh`, { headers, data: {} });
  const { token } = ((await grant.json()) as { data: { token: string } }).data;
  return async (texts) => {
    const items = texts.map((x) => ({ i: crypto.randomUUID(), k: 1, b: { x } }));
    const answer = await request.post(`${person.url}/api/rpc/message.send`, {
      headers: { ...headers, authorization: `Bearer ${token}` },
      data: { input: { c: chat, items } },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
}

test('ten thousand messages, scrolled while twenty a second arrive: what is read never moves by itself', async ({
  person,
}) => {
  test.slow();
  const { a: ana, b: ben, chatA } = await meet(person);
  const { page } = ana;
  const chat = Number(/\/chats\/(\d+)/.exec(page.url())?.[1]);
  const send = await apiOf(ben, chat);
  // Elsewhere, so that nothing is read as it comes in.
  await page.goto(`${ana.url}/friends`);
  for (let from = 0; from < history; from += batch)
    await send(Array.from({ length: batch }, (_, index) => `old ${from + index}`));
  await page.goto(`${ana.url}/chats/${chat}`);
  // The conversation opens at the first of them: everything is unread.
  await expect(chatA.message('old 0')).toBeVisible({ timeout: 30_000 });
  await chatA.feed.hover();
  for (let step = 0; step < 30; step += 1) await page.mouse.wheel(0, 900);
  await expect(chatA.message('old 0')).toHaveCount(0);

  let isOver = false;
  let sent = 0;
  const arriving = (async () => {
    while (!isOver) {
      await send(Array.from({ length: perSecond / 4 }, () => `new ${(sent += 1)}`));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  // A reader who does not scroll: nothing on screen may move while messages arrive below.
  const reading = chatA.feed.getByRole('article').filter({ hasText: /old \d+/ });
  await expect(reading.first()).toBeVisible();
  const anchor = await pickAnchor(chatA);
  for (let look = 0; look < 12; look += 1) {
    const box = await chatA.message(anchor.text).boundingBox();
    expect(Math.abs((box?.y ?? Number.NaN) - anchor.y)).toBeLessThan(1);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  // One who scrolls, up and down, sees messages all the time and each once.
  for (const way of [-700, 700, -700]) {
    for (let step = 0; step < 15; step += 1) await page.mouse.wheel(0, way);
    const texts = (await chatA.texts(/^old \d+$/)).map((text) => Number(text.slice(4)));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts).toEqual(texts.map((_, index) => (texts[0] as number) + index));
  }
  isOver = true;
  await arriving;
  // Sending does not tear the reader away either; the button leads to the end.
  await chatA.write('at the end again');
  await expect(async () => {
    const jump = page.getByRole('button', { name: /new|newest/i }).last();
    if (await jump.isVisible()) await jump.click();
    await expect(chatA.message('at the end again')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(chatA.message(`new ${sent}`)).toHaveCount(1, { timeout: 30_000 });
});

/** A message in the middle of what is on screen, once the conversation has come to rest. */
async function pickAnchor(chat: ChatPage): Promise<{ text: string; y: number }> {
  const find = async () => {
    const height = chat.page.viewportSize()?.height ?? 0;
    for (const article of await chat.feed.getByRole('article').all()) {
      const box = await article.boundingBox();
      const text = /old \d+/.exec((await article.textContent()) ?? '')?.[0];
      if (box && text && box.y > height / 3) return { text, y: box.y };
    }
    throw new Error('no message is on screen');
  };
  let before = await find();
  await expect(async () => {
    const now = await find();
    const isAtRest = now.text === before.text && now.y === before.y;
    before = now;
    expect(isAtRest).toBe(true);
  }).toPass({ timeout: 30_000 });
  return before;
}
