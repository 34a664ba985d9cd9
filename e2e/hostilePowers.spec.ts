import { readFile } from 'node:fs/promises';
import { expect, hostileTest as test, insideOf, openTrojan, press } from './hostileApps/hostileTest.ts';
import { openNaked } from './hostileApps/openNaked.ts';

// What the browser itself gives to a page: camera, place, clipboard, sound, network.

const given = 'camera; microphone; geolocation; autoplay; clipboard-read; clipboard-write';
const asked = 'features-camera-place-notify-readclip-writeclip-sound-about-count';

test('what a frame may: cases 13, 14, 15, 18, 19, 36, 37, 43', async ({ person, ground }) => {
  const ana = await person('ana');
  const naked = `http://naked.localhost:${ground.upstream.port}`;
  const { context } = ana;
  const grants = ['geolocation', 'clipboard-read', 'clipboard-write'];
  // The person has said yes to everybody, once and for all: what stands in the way then is the frame alone.
  for (const origin of [naked, ana.url, ground.originOf(ground.trojan)])
    await context.grantPermissions(grants, { origin });
  await context.grantPermissions([...grants, 'notifications'], { origin: naked });
  await context.setGeolocation({ latitude: 1, longitude: 2 });
  const attributes = { allow: given, referrerpolicy: 'unsafe-url' };
  const control = await openNaked(context, ground, { to: ground.naked('features'), attributes });
  await control.heard.wait('everything');
  const freely = (control.heard.of('features') ?? '').split(',');
  expect(freely).toEqual(expect.arrayContaining(['camera', 'microphone', 'geolocation', 'clipboard-read']));
  const frame = control.frame();
  expect(await frame.evaluate(() => globalThis.run('camera'))).toBe('sees');
  expect(await frame.evaluate(() => globalThis.run('place'))).toBe('found');
  expect(await frame.evaluate(() => globalThis.run('about'))).toContain(`${naked}/naked?to=`);
  await press(frame, 'writeclip');
  expect(await control.heard.wait('writeclip')).toBe('wrote');
  expect(await frame.evaluate(() => globalThis.run('readclip'))).toBe('hostile write');
  await press(frame, 'sound');
  expect(await control.heard.wait('sound')).toBe('running');
  // A page by itself may ask to notify; in a frame of another site nobody may, so case 18 needs no attribute.
  await control.page.goto(ground.naked('notify', 'naked'));
  expect(await control.heard.wait('notify')).toBe('granted');
  await control.page.close();

  const { heard } = await openTrojan(ana, ground.trojan, asked);
  const barely = (heard.of('features') ?? '').split(',');
  expect(barely.length).toBeLessThan(freely.length);
  for (const feature of given.split('; ')) expect(barely).not.toContain(feature);
  expect(heard.of('camera')).toBe('NotAllowedError');
  expect(heard.of('place')).toBe('refused 1');
  expect(heard.of('notify')).toBe('denied');
  expect(heard.of('readclip')).toBe('NotAllowedError');
  expect(heard.of('writeclip')).toBe('NotAllowedError');
  expect(heard.of('sound')).toBe('suspended');
  // Which messenger it is and how many frames it has, no browser hides; that is in the list for makers. No address of a page is told.
  expect(heard.of('about')).toBe(`no referrer,${ana.url}`);
  expect(heard.of('count')).toBe('1');
  const frameTag = ana.page.locator('iframe');
  await expect(frameTag).toHaveAttribute('allow', "focus-without-user-activation 'none'");
  await expect(frameTag).toHaveAttribute('referrerpolicy', 'no-referrer');
});

test('what cannot be stopped happens, and stands in the list for makers: cases 20, 36, 37, 42, 44, 50', async ({
  person,
  ground,
}) => {
  const ana = await person('ana');
  const { page, heard } = await openTrojan(ana, ground.trojan, 'rtc-fetchlan-picturelan');
  expect(heard.of('rtc')).toBe('true');
  const frame = insideOf(page, ground.trojan);
  await press(frame, 'copy');
  expect(await heard.wait('copy')).toBe('true');

  await test.step('case 50: places of the own network; a fetch is stopped by the policy of the app, a picture by https is not', async () => {
    const bare = await openNaked(ana.context, ground, { to: ground.naked('fetchlan') });
    expect(await bare.heard.wait('fetchlan')).toBe('reached');
    await bare.page.close();
    expect(heard.of('fetchlan')).toBe('TypeError');
    expect(heard.of('picturelan')).toBe('asked');
    expect(heard.lines.join()).toContain('ERR_SSL_PROTOCOL_ERROR');
  });

  await test.step('case 42: frames of itself within itself; of nobody else', async () => {
    const before = page.frames().length;
    const control = await openNaked(ana.context, ground, { to: ground.naked() });
    await press(control.frame(), 'nest');
    await expect.poll(() => control.page.frames().length).toBeGreaterThan(12);
    await control.page.close();
    await press(frame, 'nest');
    await expect.poll(() => page.frames().length).toBe(before + 13);
    // The messenger is as it was.
    await page.getByRole('button', { name: 'Close Trojan' }).click();
    await expect(page.getByRole('region', { name: 'Trojan, mini-app' })).toHaveCount(0);
    await expect.poll(() => page.frames().length).toBe(1);
  });

  const readme = await readFile('src/miniapp-sdk/README.md', 'utf8');
  const list = readme.slice(readme.indexOf('## What the messenger cannot stop'));
  for (const words of [
    /clipboard after a tap/,
    /WebRTC/,
    /which messenger shows it/,
    /how many frames/,
    /frames of its own/,
    /own network/,
  ])
    expect(list).toMatch(words);
});
