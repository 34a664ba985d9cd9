import { browserFlags } from '#testing/browser/browserFlags.ts';
import { FakeCamera } from './fixtures/fakeCamera.ts';
import { openOwn, openStaff, ownOn, shareWith } from './fixtures/firstParty.ts';
import { meet } from './fixtures/meet.ts';
import { appBrowser } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';

const camera = new FakeCamera();
test.use({
  launchOptions: { ...appBrowser, args: [...browserFlags(), ...camera.flags, ...appBrowser.args] },
  firstParty: true,
});

test('the code of a gift is held to the camera of the till: it counts once, and a second time the till says so', async ({
  person,
  server,
}) => {
  const { a: ana, b: ben, chatB } = await meet(person);
  const anas = await openOwn(ana, 'gift');
  await anas.frame.getByRole('button', { name: /Afternoon coffee/ }).click();
  await anas.frame.getByRole('textbox', { name: 'For whom (on the card)' }).fill('Ben');
  await anas.frame.getByRole('button', { name: 'Pay with 75 test points' }).click();
  await shareWith(ana.page, anas, ben.name);
  const card = chatB.feed.getByRole('article').filter({ hasText: 'A gift for Ben' });
  await card.getByRole('button', { name: 'Open' }).click();
  const bens = await ownOn(ben.page, 'gift');
  await bens.frame.getByRole('button', { name: 'Open the gift' }).click();
  const picture = bens.frame.getByRole('img', { name: /QR code/ });
  const code = (await picture.getAttribute('aria-label'))?.slice(-12) ?? '';
  expect(code).toMatch(/^[2-9A-Z]{12}$/);

  const eva = await person('eva');
  const staff = await openStaff(eva, server, 'gift', 'till');
  const scanner = staff.window.getByRole('dialog', { name: /^Hold a QR code in front of the camera/ });
  const scan = () => staff.frame.getByRole('button', { name: 'Scan' }).click();

  await test.step('nothing to be seen: the scanner waits, and can be closed', async () => {
    await scan();
    await expect(scanner).toBeVisible();
    await expect
      .poll(() => scanner.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0);
    await scanner.getByRole('button', { name: 'Close' }).click();
    await expect(scanner).toHaveCount(0);
    await expect(staff.frame.getByRole('button', { name: 'Scan' })).toBeEnabled();
  });

  await test.step('a code of something else', async () => {
    camera.show('https://elsewhere.example/promo');
    await scan();
    await expect(staff.frame.getByText('There is no such gift.')).toBeVisible();
    await expect(scanner).toHaveCount(0);
    await expect(card).not.toContainText('Redeemed');
  });

  await test.step('the code of the gift, held there while the scanner looks', async () => {
    camera.showNothing();
    await scan();
    await expect(scanner).toBeVisible();
    camera.show(code);
    await expect(staff.frame.getByText('Redeemed: Afternoon coffee')).toBeVisible();
    await expect(scanner).toHaveCount(0);
    await expect(card).toContainText('Redeemed');
    await expect(picture).toHaveCount(0, { timeout: 20_000 });
  });

  await test.step('the same code again: refused in words, and nothing is paid twice', async () => {
    await scan();
    await expect(staff.frame.getByText('This gift was redeemed already, or is too old.')).toBeVisible();
    await expect(staff.frame.getByText('Redeemed: Afternoon coffee')).toHaveCount(0);
    await anas.frame.getByRole('button', { name: 'Back' }).click();
    await expect(anas.frame.getByText('425 test points')).toBeVisible();
  });
});
