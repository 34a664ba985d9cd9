import type { Locator, Page } from '@playwright/test';
import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';
import { workerRules } from './fixtures/workerRules.ts';

const minute = 60_000;
/** A moment in the form of the browser's field, at a whole minute. */
function field(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const sendButton = (page: Page): Locator => page.getByRole('button', { name: 'Send', exact: true });

async function openWays(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message / }).fill(text);
  await expect(page.getByRole('button', { name: 'More ways to send' })).toBeAttached();
  await sendButton(page).click({ button: 'right' });
}
async function schedule(page: Page, text: string, when: RegExp | number): Promise<void> {
  await openWays(page, text);
  await page.getByRole('menuitem', { name: 'Schedule…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Schedule a message' });
  if (typeof when !== 'number') await dialog.getByRole('button', { name: when }).click();
  else await dialog.getByLabel('Day and time').fill(field(when));
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /^Message / })).toHaveValue('');
}
async function openList(page: Page, name: string | RegExp): Promise<Locator> {
  await page.getByRole('button', { name }).click();
  return page.getByRole('dialog', { name: 'Scheduled' });
}
async function act(list: Locator, text: string, action: string): Promise<void> {
  const row = list.getByRole('listitem').filter({ hasText: text });
  await row.getByRole('button', { name: /^What to do/ }).click();
  await row.getByRole('button', { name: action }).click();
}

test.describe('other ways to send', () => {
  test('silently: it arrives like any message, and says so to whoever sent it', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    await openWays(a.page, 'sleep well');
    await a.page.getByRole('menuitem', { name: 'Send silently' }).click();
    await chatB.expectMessage('sleep well');
    await expect(chatA.feed.getByRole('article', { name: /: sleep well, .*Sent silently/ })).toBeVisible();
    await expect(chatB.feed.getByRole('article', { name: /Sent silently/ })).toHaveCount(0);
  });

  test('later: it is changed meanwhile, survives a reload, and leaves by itself', async ({ person }) => {
    const { a, chatA, chatB } = await meet(person);
    // The next whole minute that leaves enough time for the test to get there.
    const at = Math.ceil((Date.now() + 45_000) / minute) * minute;
    await schedule(a.page, 'the train leaves soon', at);
    await a.page.reload();
    const list = await openList(a.page, '1 scheduled message');
    await act(list, 'the train leaves soon', 'Edit text');
    const editor = a.page.getByRole('dialog', { name: 'Edit text' });
    await editor.getByRole('textbox').fill('the train leaves now');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(editor).toHaveCount(0);
    await expect(list.getByText('the train leaves now')).toBeVisible();
    await list.getByRole('button', { name: 'Close' }).click();
    await expect(chatB.message('the train leaves now')).toHaveCount(1, { timeout: 150_000 });
    await chatA.expectMessage('the train leaves now');
    await expect(a.page.getByRole('button', { name: /scheduled message/ })).toHaveCount(0);
    await expect(chatB.message('the train leaves soon')).toHaveCount(0);
  });

  test('later, without a network: it waits here, then on the server; it is sent now or given up', async ({
    person,
  }) => {
    const { a, b, chatA, chatB } = await meet(person);
    // What it takes comes to the device by itself, a moment after the first picture.
    await workerRules(a);
    await a.network.cut();
    await schedule(a.page, 'first', /^Tomorrow/);
    await schedule(a.page, 'second', Date.now() + 60 * minute);
    const list = await openList(a.page, '2 scheduled messages');
    await expect(list.getByText(/^Waits for the connection/)).toHaveCount(2);
    await a.network.restore();
    await expect(list.getByText(/^Waits for the connection/)).toHaveCount(0, { timeout: 90_000 });
    await act(list, 'first', 'Send now');
    await chatB.expectMessage('first');
    await act(list, 'second', 'Delete');
    await a.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(list.getByText('Nothing is scheduled')).toBeVisible();
    await list.getByRole('button', { name: 'Close' }).click();
    await chatA.expectMessage('first');
    await expect(chatA.message('second')).toHaveCount(0);
    await expect(b.page.getByText('second')).toHaveCount(0);
  });
});
