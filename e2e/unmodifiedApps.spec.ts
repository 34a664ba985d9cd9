import { validate as validateTelegram } from '@telegram-apps/init-data-node';
import { validate as validateTma } from '@tma.js/init-data-node';
import type { Frame } from '@playwright/test';
import { appBrowser, makeApp, openApp, pageOf } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';

// Pages that were written for Telegram run as they are, on whichever package they stand.

test.use({ launchOptions: appBrowser });

const officialScript = '<script src="https://telegram.org/js/telegram-web-app.js?56"></script>';
const kinds = [
  { page: 'plainPage', id: 'plain-page', head: officialScript },
  { page: 'twaPage', id: 'twa-page', head: '' },
  { page: 'telegramAppsPage', id: 'telegram-apps', head: '' },
  { page: 'tmaPage', id: 'tma-page', head: '' },
] as const;
const scopes = ['profile', 'write', 'contact', 'storage'];

const heard = (frame: Frame, name: string) =>
  expect.poll(() => frame.evaluate(() => globalThis.heard), { message: `hears ${name}` }).toContain(name);

for (const kind of kinds) {
  test(`${kind.page} runs unmodified and does everything a page of its kind does`, async ({
    person,
    server,
    upstream,
  }) => {
    const ana = await person('ana', { name: 'Ana Wulandari' });
    const url = await upstream.servePage(kind.page, kind.head);
    const { id, token } = await makeApp(server, ana.url, { name: 'Kopi Sore', url, scopes }, kind.id);
    const { page } = ana;

    await openApp(ana, id, 'table-7');
    const window = page.getByRole('region', { name: 'Kopi Sore, mini-app' });
    const consent = window.getByRole('dialog', { name: 'Let Kopi Sore see your name and picture?' });
    await expect(consent).toContainText('it needs profile');
    await consent.getByRole('button', { name: 'Allow', exact: true }).click();
    let frame = await pageOf(page, id);

    // Who it is, and that it is true.
    const data = await frame.evaluate(() => globalThis.app.data());
    validateTelegram(data, token);
    validateTma(data, token);
    expect(() => validateTma(data.replace('Ana', 'Eva'), token)).toThrow();
    expect(await frame.evaluate(() => globalThis.app.start())).toBe('table-7');
    expect(await frame.evaluate(() => globalThis.app.firstName())).toBe('Ana Wulandari');
    await expect(window).toContainText(`${id}.localhost`);
    await frame.evaluate(() => globalThis.app.ready());

    await test.step('looks', async () => {
      expect(await frame.evaluate(() => globalThis.app.background())).toMatch(/^#[0-9a-f]{6}$/);
      await page.emulateMedia({ colorScheme: 'dark' });
      await heard(frame, 'themeChanged');
      await expect.poll(() => frame.evaluate(() => globalThis.app.height())).toBeGreaterThan(100);
      await frame.evaluate(() => globalThis.app.expand());
      await frame.evaluate(() => globalThis.app.colours());
      await frame.evaluate(() => globalThis.app.swipes(false));
      await frame.evaluate(() => globalThis.app.haptic());
      await frame.evaluate(() => globalThis.app.fullscreen());
      await heard(frame, 'fullscreen');
      await heard(frame, 'viewportChanged');
    });

    await test.step('buttons', async () => {
      await frame.evaluate(() => globalThis.app.main('Order now'));
      await window.getByRole('button', { name: 'Order now' }).click();
      await heard(frame, 'main');
      await frame.evaluate(() => globalThis.app.second('Later'));
      await window.getByRole('button', { name: 'Later' }).click();
      await heard(frame, 'second');
      await frame.evaluate(() => globalThis.app.back(true));
      await window.getByRole('button', { name: 'Back in Kopi Sore' }).click();
      await heard(frame, 'back');
      await frame.evaluate(() => globalThis.app.settings(true));
      await window.getByRole('button', { name: 'More about Kopi Sore' }).click();
      await page.getByRole('menuitem', { name: 'Settings of the app' }).click();
      await heard(frame, 'settings');
    });

    await test.step('windows', async () => {
      const answer = frame.evaluate(() => globalThis.app.popup());
      await window.getByRole('dialog', { name: 'Coffee?' }).getByRole('button', { name: 'Yes please' }).click();
      expect(await answer).toBe('yes');
      await frame.evaluate(() => globalThis.app.link('https://shop.example/menu'));
      const link = window.getByRole('dialog', { name: 'Open shop.example?' });
      await expect(link).toContainText('https://shop.example/menu');
      await link.getByRole('button', { name: 'Stay here' }).click();
      await frame.evaluate(() => globalThis.app.telegramLink('https://t.me/kopi'));
      await window.getByRole('dialog', { name: 'Open t.me?' }).getByRole('button', { name: 'Stay here' }).click();
      expect(await frame.evaluate(() => globalThis.app.invoice('bill'))).toBe('failed');
    });

    await test.step('what it may', async () => {
      const write = frame.evaluate(() => globalThis.app.writeAccess());
      await window
        .getByRole('dialog', { name: 'Let Kopi Sore write to you?' })
        .getByRole('button', { name: 'Allow', exact: true })
        .click();
      expect([true, 'allowed']).toContain(await write);
      const contact = frame.evaluate(() => globalThis.app.contact());
      await window
        .getByRole('dialog', { name: /a way to reach you/ })
        .getByRole('button', { name: 'Don’t allow' })
        .click();
      expect([false, 'cancelled']).toContain(await contact);
      await frame.evaluate(() => globalThis.app.save('cup', 'large'));
      expect(await frame.evaluate(() => globalThis.app.load('cup'))).toBe('large');
      expect(await frame.evaluate(() => globalThis.app.keys())).toEqual(['cup']);
    });

    await test.step('the way out', async () => {
      await frame.evaluate(() => globalThis.app.confirmClosing(true));
      const close = window.getByRole('button', { name: 'Close Kopi Sore' });
      await close.click();
      await window.getByRole('dialog', { name: 'Leave Kopi Sore?' }).getByRole('button', { name: 'Stay here' }).click();
      await frame.evaluate(() => globalThis.app.confirmClosing(false));
      await close.click();
      await expect(window).toHaveCount(0);
      await openApp(ana, id);
      frame = await pageOf(page, id);
      // What it kept is there again, and nobody is asked a second time.
      expect(await frame.evaluate(() => globalThis.app.load('cup'))).toBe('large');
      await frame.evaluate(() => globalThis.app.send('two cups')).catch(() => undefined);
      await expect(window).toHaveCount(0);
    });
  });
}
