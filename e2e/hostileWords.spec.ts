import { expect, hostileTest as test, insideOf, openTrojan } from './hostileApps/hostileTest.ts';
import { openNaked } from './hostileApps/openNaked.ts';
import { validate } from '@tma.js/init-data-node';

// What a page says to the messenger: floods, giants, rubbish, lies.

const megabytes = 60 * 1_048_576;
const evil = '<img src=x onerror="document.title=\'hostile\'"><b>\u202Ekcatta</b>';

test('too much: cases 38, 47', async ({ person, ground }) => {
  const ana = await person('ana');
  await test.step('control: a host without care takes all of it', async () => {
    const { page, frame } = await openNaked(ana.context, ground, { to: ground.naked('') });
    await frame().evaluate(() => {
      for (let at = 0; at < 20_000; at += 1) globalThis.say('hostile', at);
    });
    await expect.poll(() => page.evaluate(() => globalThis.host.heard.length)).toBeGreaterThanOrEqual(20_000);
    await frame().evaluate((size) => globalThis.say('hostile', 'x'.repeat(size)), megabytes);
    await expect.poll(() => page.evaluate(() => globalThis.host.bytes)).toBeGreaterThan(megabytes);
    await page.close();
  });
  const { page, window: view } = await openTrojan(ana, ground.trojan);
  const frame = insideOf(page, ground.trojan);
  await frame.evaluate((size) => {
    globalThis.say('web_app_setup_main_button', { is_visible: true, text: 'x', junk: 'x'.repeat(size) });
    globalThis.say('web_app_setup_second_button', { is_visible: true, text: 'Second' });
    globalThis.say('web_app_setup_main_button', { is_visible: true, text: 'Small' });
  }, megabytes);
  await expect(view.getByRole('button', { name: 'Small' })).toBeVisible();
  await frame.evaluate(() => {
    for (let at = 0; at < 20_000; at += 1) globalThis.say('web_app_setup_main_button', { text: `button ${at}` });
  });
  await expect(view.getByRole('heading', { name: 'Trojan was stopped' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await view.getByRole('button', { name: 'Close Trojan' }).click();
  await expect(view).toHaveCount(0);
});

test('rubbish and lies: cases 41, 51, 52, 53, 54, 55, 56, 57, 60, 62', async ({ person, ground }) => {
  const ana = await person('ana');
  await test.step('control: a host without care obeys', async () => {
    const { page, frame } = await openNaked(ana.context, ground, { to: ground.naked() });
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.name));
    await frame().evaluate((html) => {
      parent.postMessage('{', '*');
      globalThis.say('web_app_set_header_color', {
        color: `red;background-image:url(${globalThis.away}/seen?by=colour)`,
      });
      globalThis.say('web_app_open_popup', { title: html, message: html, buttons: [{}] });
      for (let at = 0; at < 9; at += 1) globalThis.say('web_app_open_popup', { title: 'again' });
      globalThis.say('web_app_setup_main_button', { text: 'Kabar: enter your password. '.repeat(20) });
      globalThis.say('web_app_setup_closing_behavior', { need_confirmation: true });
      globalThis.say('web_app_device_storage_save_key', { req_id: '1', key: 'a', value: 'b' });
      globalThis.say('web_app_request_phone');
      const params = { key: 'k', value: 'v' };
      for (const req_id of ['7', '7'])
        globalThis.say('web_app_invoke_custom_method', { req_id, method: 'saveStorageValue', params });
    }, evil);
    await expect.poll(() => broken).toContain('SyntaxError');
    await expect(page).toHaveTitle('hostile');
    expect(await page.evaluate(() => globalThis.host.popups)).toBe(10);
    await expect.poll(() => ground.upstream.requests.some(({ url }) => url.includes('by=colour'))).toBe(true);
    expect((await page.locator('#main').textContent())?.length).toBeGreaterThan(64);
    for (let turn = 0; turn < 2; turn += 1) await page.evaluate(() => globalThis.host.close());
    expect(await page.evaluate(() => globalThis.host.keptOpen)).toBe(2);
    const told = await frame().evaluate(() => globalThis.told.map(({ eventType }) => eventType));
    expect(told).toEqual(
      expect.arrayContaining(['device_storage_key_saved', 'phone_requested', 'custom_method_invoked']),
    );
    await page.evaluate(() => (document.title = 'page'));
    await frame().evaluate(() =>
      globalThis.say('web_app_open_link', { url: "javascript:void(opener.document.title='hostile')" }),
    );
    await expect(page).toHaveTitle('hostile');
    await page.close();
  });

  const { page, window: view, heard } = await openTrojan(ana, ground.trojan);
  const frame = insideOf(page, ground.trojan);
  const colours = ground.upstream.requests.filter(({ url }) => url.includes('by=colour')).length;
  await frame.evaluate((html) => {
    const rubbish = [
      '{',
      '[]',
      'null',
      '"web_app_ready"',
      '{"eventType":7}',
      '{"eventType":"__proto__"}',
      '',
      '{"eventType":"constructor"}',
    ];
    for (const each of [...rubbish, 7, null, [1], { eventType: 'web_app_close' }, new Map()])
      parent.postMessage(each, '*');
    globalThis.say('web_app_set_header_color', {
      color: `red;background-image:url(${globalThis.away}/seen?by=colour)`,
    });
    globalThis.say('web_app_setup_main_button', { is_visible: true, text: 'Kabar: enter your password. '.repeat(20) });
    for (const url of [
      "javascript:void(opener.document.title='hostile')",
      'data:text/html,x',
      'http://a.example',
      'tg://x',
    ])
      globalThis.say('web_app_open_link', { url });
    globalThis.say('web_app_device_storage_save_key', { req_id: '1', key: 'a', value: 'b' });
    globalThis.say('web_app_request_phone');
    for (const key of ['one', 'two'])
      globalThis.say('web_app_invoke_custom_method', {
        req_id: '7',
        method: 'saveStorageValue',
        params: { key, value: html },
      });
    globalThis.say('web_app_setup_secondary_button', { is_visible: true, text: '\u202EHonest' });
    globalThis.say('web_app_setup_closing_behavior', { need_confirmation: true });
    for (let at = 0; at < 10; at += 1)
      globalThis.say('web_app_open_popup', {
        title: html.slice(0, 60),
        message: html,
        buttons: [{ id: 'a', type: 'default', text: '<i>x' }],
      });
  }, evil);
  // The last honest word was obeyed, so everything before it was read.
  await expect(view.getByRole('button', { name: 'Honest', exact: true })).toHaveCount(1);
  const dialog = view.getByRole('dialog');
  await expect(dialog).toHaveCount(1);
  await expect(dialog).toContainText('<b>kcatta</b>');
  await expect(dialog.locator('img[onerror], b, i')).toHaveCount(0);
  await expect(view.getByText('enter your password')).toHaveCount(0);
  const said = await frame.evaluate(() => globalThis.told);
  const count = (name: string) => said.filter(({ eventType }) => eventType === name).length;
  expect(count('popup_closed')).toBe(9);
  expect(count('device_storage_key_saved') + count('device_storage_failed')).toBe(0);
  expect(said.find(({ eventType }) => eventType === 'phone_requested')?.eventData).toEqual({ status: 'cancelled' });
  await expect
    .poll(() =>
      frame.evaluate(() => globalThis.told.filter(({ eventType }) => eventType === 'custom_method_invoked').length),
    )
    .toBe(2);
  expect(heard.popups).toEqual([]);
  await expect(page).not.toHaveTitle('hostile');
  expect(ground.upstream.requests.filter(({ url }) => url.includes('by=colour'))).toHaveLength(colours);
  // Whatever the page puts in the way, two presses are enough.
  await dialog.getByRole('button', { name: '<i>x' }).click();
  const close = view.getByRole('button', { name: 'Close Trojan' });
  await close.click();
  await expect(view.getByRole('dialog', { name: 'Leave Trojan?' })).toBeVisible();
  await close.click();
  await expect(view).toHaveCount(0);
});

test('in another name: cases 58, 59, 61', async ({ person, ground }) => {
  const ana = await person('ana');
  const key = { method: 'saveStorageValue', params: { key: 'k', value: 'mine' } };
  const load = { method: 'getStorageValues', params: { keys: ['k', '__proto__', 'constructor'] } };
  await test.step('control: one memory for all, and a listener that never ends', async () => {
    const { page, frame } = await openNaked(ana.context, ground, {
      to: [ground.naked('', 'one'), ground.naked('', 'two')],
    });
    await frame(0).evaluate((call) => globalThis.say('web_app_invoke_custom_method', { req_id: '1', ...call }), key);
    await expect
      .poll(() => page.evaluate(() => globalThis.host.heard.some(({ eventType }) => eventType.includes('custom'))))
      .toBe(true);
    await frame(1).evaluate(() =>
      globalThis.say('web_app_invoke_custom_method', { req_id: '2', params: { key: 'k' } }),
    );
    await expect.poll(() => frame(1).evaluate(() => globalThis.told.at(-1)?.eventData?.['result'])).toBe('mine');
    await frame(0).evaluate(() => setTimeout(() => globalThis.say('web_app_setup_main_button', { text: 'late' }), 50));
    await expect(page.locator('#main')).toHaveText('late');
    await page.close();
  });

  const { page } = await openTrojan(ana, ground.trojan);
  const trojan = insideOf(page, ground.trojan);
  await trojan.evaluate((call) => globalThis.say('web_app_invoke_custom_method', { req_id: '1', ...call }), key);
  await expect.poll(() => trojan.evaluate(() => globalThis.told.at(-1)?.eventType)).toBe('custom_method_invoked');
  const data = await trojan.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('tgWebAppData') ?? '');
  const theirs = await ana.context.newPage();
  await openTrojan({ page: theirs, url: ana.url }, ground.other);
  const other = insideOf(theirs, ground.other);
  await other.evaluate((call) => globalThis.say('web_app_invoke_custom_method', { req_id: '2', ...call }), load);
  await expect.poll(() => other.evaluate(() => globalThis.told.at(-1)?.eventType)).toBe('custom_method_invoked');
  expect(await other.evaluate(() => globalThis.told.at(-1)?.eventData)).toEqual({
    req_id: '2',
    result: { k: '', __proto__: '', constructor: '' },
  });

  validate(data, ground.trojan.token);
  expect(() => validate(data, ground.other.token)).toThrow();
  expect(() => validate(data.replace(/auth_date=\d+/, 'auth_date=1'), ground.trojan.token)).toThrow();
  await new Promise((done) => setTimeout(done, 1_100));
  expect(() => validate(data, ground.trojan.token, { expiresIn: 1 })).toThrow(/expired/i);

  // Case 59: what is still on its way when the app is closed says nothing to the next one.
  await trojan.evaluate(() => {
    setInterval(() => globalThis.say('web_app_setup_main_button', { is_visible: true, text: 'late' }), 1);
  });
  const view = page.getByRole('region', { name: 'Trojan, mini-app' });
  await expect(view.getByRole('button', { name: 'late' })).toBeVisible();
  await view.getByRole('button', { name: 'Close Trojan' }).click();
  const next = await openTrojan(ana, ground.other, '', true);
  await expect(next.window.getByRole('button', { name: 'Close Other' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'late' })).toHaveCount(0);
});
