import { expect, hostileTest as test, insideOf, openTrojan, press } from './hostileApps/hostileTest.ts';
import { openNaked } from './hostileApps/openNaked.ts';

// Pages that want out of their frame: to lead the messenger elsewhere, to open windows, to shout.

const landed = /\/landed/;

test('without a press: cases 1, 3, 4, 6, 8, 10, 12, 23', async ({ person, ground }) => {
  const ana = await person('ana');
  const same = (now: string) => ({ to: ground.naked(now, 'naked') });
  await test.step('control: all of it works on a page without care', async () => {
    for (const name of ['top', 'topform']) {
      const { page } = await openNaked(ana.context, ground, same(name));
      await expect(page, name).toHaveURL(landed);
      await page.close();
    }
    const { page, heard } = await openNaked(ana.context, ground, same('open-alert-print-download-script'));
    await heard.wait('everything');
    await expect.poll(() => heard.popups.length).toBe(1);
    await expect.poll(() => heard.downloads).toEqual(['hostile.txt']);
    expect(heard.dialogs).toEqual(['alert', 'confirm']);
    expect(heard.of('print')).toBe('1');
    await expect(page).toHaveTitle('hostile');
    await page.close();
    const moved = await openNaked(ana.context, ground, { to: ground.naked('', 'naked') });
    await moved.page.goto(moved.page.url().replace('?', '?x&'));
    // The way back takes away the very document that would answer, so it is left before the walk begins.
    await moved.frame().evaluate(() => void setTimeout(() => void globalThis.run('back')));
    await expect(moved.page).not.toHaveURL(/\?x/);
    await moved.page.close();
  });

  const { page, heard } = await openTrojan(ana, ground.trojan, 'top-topform-open-alert-print-download-script-back');
  expect(heard.of('open')).toBe('none');
  expect(heard.of('alert')).toBe('false');
  expect(heard.of('print')).toBe('0');
  expect(page.url()).toContain(`${ana.url}/apps/trojan`);
  await expect(page).not.toHaveTitle('hostile');
  expect([heard.popups, heard.dialogs, heard.downloads]).toEqual([[], [], []]);
});

test('after a press: cases 2, 5, 7, 9, 16, 17, 49', async ({ person, ground }) => {
  const ana = await person('ana');
  await test.step('control', async () => {
    const { page, frame, heard } = await openNaked(ana.context, ground, { to: ground.naked('', 'naked') });
    await press(frame(), 'download');
    await expect.poll(() => heard.downloads).toEqual(['hostile.txt']);
    await press(frame(), 'open');
    await expect.poll(() => heard.popups.length).toBe(1);
    await heard.popups[0]?.close();
    await press(frame(), 'lock');
    expect(await heard.wait('lock')).toBe('locked');
    await frame().evaluate(() => document.exitPointerLock());
    await press(frame(), 'full');
    expect(await heard.wait('full')).toBe('full');
    await page.evaluate(() => document.exitFullscreen());
    await press(frame(), 'trap');
    await page.reload();
    expect(heard.dialogs).toEqual(['beforeunload']);
    await press(frame(), 'top');
    await expect(page).toHaveURL(landed);
    await page.close();
    // A frame that may open windows hands its own bars on to them, and they know who opened them.
    const attributes = { sandbox: 'allow-scripts allow-popups allow-same-origin' };
    const granted = await openNaked(ana.context, ground, { to: ground.naked(), attributes });
    await press(granted.frame(), 'open');
    await expect.poll(() => granted.heard.popups.length).toBe(1);
    const popup = granted.heard.popups[0]!;
    await popup.waitForLoadState();
    expect(await popup.evaluate(() => opener !== null)).toBe(true);
    // Case 49: the messenger refuses to be shown in such a window, and is no window's child in any other.
    const [barred] = await Promise.all([
      popup.waitForEvent('popup'),
      popup.evaluate((url) => void window.open(url), ana.url),
    ]);
    await expect.poll(() => barred.url()).toContain('chrome-error:');
    for (const each of [barred, popup, granted.page]) await each.close();
    const plain = await openNaked(ana.context, ground, { to: ground.naked() });
    const [opened] = await Promise.all([
      plain.page.waitForEvent('popup'),
      plain.page.evaluate((url) => void window.open(url), ana.url),
    ]);
    await opened.waitForLoadState();
    expect(await opened.evaluate(() => opener)).toBeNull();
    await opened.close();
    await plain.page.close();
  });

  const { page, heard, window: view } = await openTrojan(ana, ground.trojan);
  const frame = insideOf(page, ground.trojan);
  for (const name of ['top', 'download', 'open', 'lock', 'full', 'trap']) {
    await press(frame, name);
    await heard.wait(name);
  }
  expect(heard.of('top')).toBe('SecurityError');
  expect(heard.of('open')).toBe('none');
  expect(heard.of('lock')).not.toBe('locked');
  expect(heard.of('full')).not.toBe('full');
  expect(page.url()).toContain(`${ana.url}/apps/trojan`);
  await view.getByRole('button', { name: 'Close Trojan' }).click();
  await expect(view).toHaveCount(0);
  expect([heard.popups, heard.dialogs, heard.downloads]).toEqual([[], [], []]);
});

test('what lies around it: cases 11, 24, 25, 32, 45', async ({ person, ground }) => {
  const ana = await person('ana');
  await test.step('control', async () => {
    const pair = [ground.naked('silent', 'naked'), ground.naked('read-cover', 'naked')];
    const { page, frame, heard } = await openNaked(ana.context, ground, { to: pair });
    await heard.wait('everything');
    await expect.poll(() => heard.of('read')).toContain('page,0,');
    await expect(page.locator('#cover')).toHaveCount(1);
    await page.evaluate(() => document.querySelector('#cover')?.remove());
    await press(frame(1), 'sibling');
    await expect.poll(() => frame(0).url()).toMatch(landed);
    await page.close();
    const named = await openNaked(ana.context, ground, {
      to: ground.naked('', 'naked'),
      attributes: { name: 'victim' },
    });
    await press(named.frame(), 'named');
    await expect.poll(() => named.frame().url()).toMatch(landed);
    expect(named.heard.popups).toEqual([]);
    await named.page.close();
  });
  console.log(
    'case 45: nothing on this machine takes tg: or line:, so no control; what the browser says is looked at.',
  );
  await openTrojan(ana, ground.other);
  const other = insideOf(ana.page, ground.other);
  // Inside of the messenger from one to the other: the first stays alive as a bubble.
  await ana.page.getByRole('button', { name: 'Minimise Other' }).click();
  const { heard } = await openTrojan(ana, ground.trojan, '', true);
  const frame = insideOf(ana.page, ground.trojan);
  expect(await frame.evaluate(() => globalThis.run('read'))).toBe('SecurityError,SecurityError,SecurityError');
  expect(await frame.evaluate(() => globalThis.run('cover'))).toBe('SecurityError');
  await press(frame, 'sibling');
  expect(await heard.wait('sibling')).toContain('SecurityError');
  await press(frame, 'named');
  expect(await heard.wait('named')).toBe('none');
  expect(other.isDetached()).toBe(false);
  expect(other.url()).toContain(ground.originOf(ground.other));
  expect(await ana.page.locator('iframe').evaluateAll((all) => all.map((each) => each.getAttribute('name')))).toEqual([
    null,
    null,
  ]);
  await press(frame, 'swell');
  const close = ana.page.getByRole('button', { name: 'Close Trojan' });
  const seen = await close.evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(seen).toBe(true);
  await expect(ana.page.getByRole('region', { name: 'Trojan, mini-app' })).toContainText('trojan.localhost');
  await press(frame, 'scheme');
  await expect.poll(() => heard.lines.join()).toMatch(/sandbox/i);
});
