import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { voiceOf } from './fixtures/history.ts';
import { runDatabase } from './fixtures/runDatabase.ts';
import { expect, test } from './fixtures/test.ts';
import { ChatListPage } from './pages/chatListPage.ts';

const twoDaysMs = 2 * 86_400_000;

/** Opens the menu of a member in the info panel and presses one thing, then confirms it. */
async function actOn(page: Page, name: string, action: string, confirm: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${name}` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: confirm, exact: true }).click();
}

test('a group is run by several: roles, announcements, a removal undone, a ban, a quiet leave', async ({
  person,
  server,
}) => {
  const [ana, ben, chloe] = [await person('ana'), await person('ben'), await person('chloe')];
  const voices = [await voiceOf(ana), await voiceOf(ben), await voiceOf(chloe)];
  const [owner, ...others] = voices.map(({ userId }) => userId);
  // Whoever lets everybody add them is in at once; others are asked first.
  for (const voice of voices.slice(1))
    await voice.ask('pref.set', { key: 'groupAdds', val: JSON.stringify('everyone'), op: randomUUID() });
  const made = await voices[0]?.ask<{ chat: { h: { c: number } } }>('chat.create', {
    i: randomUUID(),
    kind: 2,
    title: 'Picnic',
    users: others,
  });
  const c = made?.chat.h.c ?? 0;
  expect(owner).toBeGreaterThan(0);
  // Nobody gets a role within a day of coming in.
  await runDatabase(server, (db) => {
    db.prepare('UPDATE members SET joined_at = joined_at - ? WHERE chat_id = ?').run(twoDaysMs, c);
  });
  const [chatA, chatB, chatC] = await Promise.all(
    [ana, ben, chloe].map(({ page }) => new ChatListPage(page).openChat('Picnic')),
  );
  if (!chatA || !chatB || !chatC) throw new Error('three people have the chat');
  await chatC.write('Bring tea on Sunday');
  await chatA.expectMessage('Bring tea on Sunday');
  await chatB.expectMessage('Bring tea on Sunday');

  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await actOn(ana.page, 'Ben', 'Make admin', 'Make admin');
  await expect(chatA.feed.getByText('You made Ben an admin')).toBeVisible();
  await expect(chatB.feed.getByText('Ana made you an admin')).toBeVisible();

  // An announcement stands on top for everybody, until somebody hides it for himself.
  await chatA.act('Bring tea on Sunday', 'Announce');
  await ana.page.getByRole('dialog').getByRole('radio', { name: '7 days' }).check();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Announce' }).click();
  const barOf = (page: Page) => page.getByRole('region', { name: 'Announcements' });
  for (const { page } of [ana, ben, chloe]) await expect(barOf(page)).toContainText('Bring tea on Sunday');
  await barOf(chloe.page).getByRole('button', { name: 'More about this announcement' }).click();
  await chloe.page.getByRole('menuitem', { name: 'Hide for me' }).click();
  await expect(barOf(chloe.page)).toHaveCount(0);
  await chloe.page.reload();
  await chatC.expectMessage('Bring tea on Sunday');
  await expect(barOf(chloe.page)).toHaveCount(0);
  await expect(barOf(ben.page)).toBeVisible();

  // The description.
  await ana.page.getByRole('button', { name: 'Add a description' }).click();
  await ana.page.getByRole('textbox', { name: 'Description' }).fill('Every Sunday by the lake');
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(chatB.feed.getByText('Ana changed the description')).toBeVisible();

  // Ben removes Chloe; Ana undoes it, and Chloe has everything she had.
  await ben.page.getByRole('button', { name: 'Info' }).first().click();
  await expect(ben.page.getByText('Every Sunday by the lake')).toBeVisible();
  await actOn(ben.page, 'Chloe', 'Remove', 'Remove');
  await expect(new ChatListPage(chloe.page).row('Picnic')).toHaveCount(0);
  await chatB.write('while Chloe is out');
  await ana.page.getByRole('button', { name: 'Undo: Ben removed 1 person' }).click();
  await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
  await expect(chatA.feed.getByText('You brought Chloe back')).toBeVisible();
  await new ChatListPage(chloe.page).open();
  const back = await new ChatListPage(chloe.page).openChat('Picnic');
  await back.expectMessage('Bring tea on Sunday');
  await back.expectMessage('while Chloe is out');
  await expect(back.feed.getByText('Ana brought you back')).toBeVisible();

  await actOn(ana.page, 'Chloe', 'Remove and ban', 'Remove and ban');
  await expect(new ChatListPage(chloe.page).row('Picnic')).toHaveCount(0);
  await expect(ana.page.getByText('Banned · 1')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Lift the ban: Chloe' }).click();
  await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Lift the ban' }).click();
  await expect(ana.page.getByText('Banned · 1')).toHaveCount(0);

  // Quietly: the list of members changes, the conversation does not.
  await ben.page.getByRole('button', { name: 'Leave the group' }).click();
  await ben.page.getByRole('checkbox', { name: /Leave quietly/ }).check();
  await ben.page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Leave the group/ })
    .click();
  await expect(ana.page.getByText('Members · 1')).toBeVisible();
  await expect(chatA.feed.getByText('Ben left')).toHaveCount(0);
});
