import type { Page } from '@playwright/test';
import { expect, hostileTest as test, insideOf, openTrojan, press } from './hostileApps/hostileTest.ts';
import { openNaked } from './hostileApps/openNaked.ts';
import { meet, type Pair } from './fixtures/meet.ts';
import { openApp } from './fixtures/miniApps.ts';
import type { PersonOptions, Person } from './fixtures/test.ts';

// Somebody writes in a chat while a bad app is open beside it.

/** Keys that a page may take before it is stopped: one for each theft. */
const theftsMax = 2;

/** Longest time the page went without drawing while `act` ran, ms. */
async function longestGap(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const gap = { longest: 0, last: performance.now(), isOver: false };
    Object.assign(globalThis, { gap });
    const step = (at: number) => {
      gap.longest = Math.max(gap.longest, at - gap.last);
      gap.last = at;
      if (!gap.isOver) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  await act();
  return page.evaluate(() => {
    const { gap } = globalThis as unknown as { gap: { longest: number; last: number; isOver: boolean } };
    gap.isOver = true;
    return Math.max(gap.longest, performance.now() - gap.last);
  });
}

/** Two people in a chat; the first has an app open beside it. */
async function beside(
  person: (handle: string, options?: PersonOptions) => Promise<Person>,
  open: (a: Person) => Promise<unknown>,
): Promise<Pair> {
  const pair = await meet(person);
  const { pathname } = new URL(pair.a.page.url());
  await open(pair.a);
  await pair.a.page.evaluate((path) => history.pushState(null, '', path), pathname);
  await expect(pair.chatA.composer).toBeVisible();
  return pair;
}

test('takes no key and no time of who types: cases 21, 33', async ({ person, ground }) => {
  const { a, chatA, chatB } = await beside(person, (ana) => openTrojan(ana, ground.trojan));
  const { page } = a;
  const control = await openNaked(a.context, ground, { to: ground.naked('', 'naked') });
  await control.page.locator('#field').click();
  await control.frame().evaluate(() => globalThis.run('steal'));
  await control.page.keyboard.type('12345678', { delay: 40 });
  const stolen = await control.frame().locator('#stolen').inputValue();
  expect(stolen.length).toBeGreaterThan(5);
  const naked = await longestGap(control.page, () => control.frame().evaluate(() => globalThis.run('hog')));
  expect(naked).toBeGreaterThan(800);
  await control.page.close();

  await page.bringToFront();
  const frame = insideOf(page, ground.trojan);
  await chatA.composer.click();
  const own = await longestGap(page, async () => {
    const hog = frame.evaluate(() => globalThis.run('hog'));
    await page.keyboard.type('typed beside a hog', { delay: 20 });
    await hog;
  });
  expect(own).toBeLessThan(naked / 2);
  await page.keyboard.press('Enter');
  await chatB.expectMessage('typed beside a hog');

  // Who goes into the page by the keyboard is let in, as often as he likes.
  const close = page.getByRole('button', { name: 'Close Trojan' });
  for (let turn = 0; turn < 3; turn += 1) {
    await chatA.composer.focus();
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await close.focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  }

  // What a page takes while the focus is on its way back is lost; the second theft in a row ends it, and every key from then on arrives.
  await chatA.composer.click();
  await page.keyboard.type('a');
  await frame.evaluate(() => void globalThis.run('steal')).catch(() => undefined);
  await page.keyboard.type('12345678', { delay: 80 });
  await expect(page.getByRole('heading', { name: 'Trojan was stopped' })).toBeVisible();
  const kept = await chatA.composer.inputValue();
  console.log(`case 21: without care the page took ${stolen.length} of 8 keys, beside Kabar ${9 - kept.length}`);
  expect(9 - kept.length).toBeLessThanOrEqual(theftsMax);
  await page.keyboard.type('12345678', { delay: 10 });
  await expect(chatA.composer).toHaveValue(`${kept}12345678`);
});

test('a busy page, and one that eats all memory, leave the messenger as it is', async ({ person, ground }) => {
  const { a, chatA, chatB } = await beside(person, (ana) => openTrojan(ana, ground.trojan));
  const { page } = a;
  await insideOf(page, ground.trojan).evaluate(() => void setTimeout(() => void globalThis.run('spin')));
  await chatA.composer.focus();
  await page.keyboard.type('every key arrives', { delay: 10 });
  await expect(chatA.composer).toHaveValue('every key arrives');
  await page.keyboard.press('Enter');
  await chatB.expectMessage('every key arrives');
  const view = page.getByRole('region', { name: 'Trojan, mini-app' });
  await view.getByRole('button', { name: 'Close Trojan' }).focus();
  await page.keyboard.press('Enter');
  await expect(view).toHaveCount(0);

  await openTrojan(a, ground.other, '', true);
  const other = page.getByRole('region', { name: 'Other, mini-app' });
  const eater = insideOf(page, ground.other);
  await eater.evaluate(() => globalThis.run('eat'));
  // A frame that died of it cannot be tried: the test runner takes the whole page for dead then.
  const { pathname } = new URL(chatB.page.url());
  await page.evaluate((path) => history.pushState(null, '', path), pathname);
  await chatA.composer.focus();
  await page.keyboard.type('and while another eats');
  await page.keyboard.press('Enter');
  await chatB.expectMessage('and while another eats');
  // It begins anew when the person wants it.
  await other.getByRole('button', { name: 'More about Other' }).click();
  await page.getByRole('menuitem', { name: 'Begin anew' }).click();
  await expect.poll(() => page.frames().length).toBe(3);
  await other.getByRole('button', { name: 'Close Other' }).click();
  await expect(other).toHaveCount(0);
});

test('one Back leads out, whatever a page piled up: case 22', async ({ person, ground }) => {
  const ana = await person('ana');
  const control = await openNaked(ana.context, ground, { to: ground.naked() });
  const before = await control.page.evaluate(() => history.length);
  await press(control.frame(), 'push');
  await expect.poll(() => control.page.evaluate(() => history.length)).toBe(before + 20);
  const { page: bare } = control;
  await bare.evaluate(() => history.back());
  // One of many: the page around it is still the same.
  expect(bare.url()).toContain('/naked');
  await bare.close();

  const { page } = ana;
  await page.goto(`${ana.url}/friends`);
  await expect(page).toHaveURL(/friends/);
  await page.evaluate(() => history.pushState(null, '', '/apps'));
  await expect(page.getByRole('heading', { name: 'Mini-apps' }).first()).toBeVisible();
  const { window: view } = await openTrojan(ana, ground.trojan, '', true);
  const place = await page.evaluate(
    () => (globalThis as unknown as { navigation: { currentEntry: { index: number } } }).navigation.currentEntry.index,
  );
  await press(insideOf(page, ground.trojan), 'push');
  await view.getByRole('button', { name: 'Close Trojan' }).click();
  await expect(view).toHaveCount(0);
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          (globalThis as unknown as { navigation: { currentEntry: { index: number } } }).navigation.currentEntry.index,
      ),
    )
    .toBe(place - 1);
  await page.goBack();
  await expect(page).toHaveURL(`${ana.url}/apps`);
  await page.goBack();
  await expect(page).toHaveURL(/friends/);
});

test('a page that throws at once, one that says nothing, one that closes itself for ever', async ({
  person,
  ground,
}) => {
  const ana = await person('ana');
  const { upstream, trojan } = ground;
  const { page } = ana;
  const view = page.getByRole('region', { name: 'Trojan, mini-app' });
  const usual = upstream.routeOf('/hostile/') ?? '';
  const close = view.getByRole('button', { name: 'Close Trojan' });
  try {
    for (const body of ['<p>silent</p>', '<p>silent</p><script>throw new Error("hostile")</script>']) {
      upstream.serve('/hostile/', `<!doctype html><title>x</title>${body}`);
      await openApp(ana, trojan.id);
      // Whoever does not say that it is ready is shown all the same, once it has loaded.
      await expect(page.frameLocator('iframe').frameLocator('iframe').getByText('silent')).toBeVisible();
      await expect(view.getByRole('status')).toHaveCount(0, { timeout: 15_000 });
      await close.click();
      await expect(view).toHaveCount(0);
    }
    const shut = `<script>setInterval(()=>parent.postMessage('{"eventType":"web_app_close"}','*'),1)</script>`;
    upstream.serve('/hostile/', `<!doctype html><title>x</title>${shut}`);
    await page.goto(`${ana.url}/friends`);
    const before = upstream.requests.length;
    const openings = () => upstream.requests.slice(before).filter(({ url }) => url.startsWith('/hostile/')).length;
    for (let turn = 0; turn < 3; turn += 1) {
      await page.evaluate((path) => history.pushState(null, '', path), `/apps/${trojan.id}`);
      await expect.poll(openings).toBe(turn + 1);
      await expect(view).toHaveCount(0);
      await page.evaluate(() => history.pushState(null, '', '/friends'));
    }
    await page.goto(`${ana.url}/friends`);
    await expect(page.getByRole('heading', { name: 'Friends', exact: true })).toBeVisible();
  } finally {
    upstream.serve('/hostile/', usual);
  }
});
