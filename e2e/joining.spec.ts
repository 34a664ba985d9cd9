import type { Page } from '@playwright/test';
import { expect, test, type Person } from './fixtures/test.ts';
import { makeGroup } from './fixtures/makeGroup.ts';
import { ChatListPage } from './pages/chatListPage.ts';
import { ChatPage } from './pages/chatPage.ts';
import { FriendsPage } from './pages/friendsPage.ts';

/** Ana makes a group and asks two people, who have not added her, to come in; the group's panel is open. */
async function inviteTwo(ana: Person, others: readonly Person[], title: string): Promise<ChatPage> {
  for (const other of others) await new FriendsPage(ana.page).add(other);
  const chat = await makeGroup(ana, others, title);
  await chat.write('before anybody came');
  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  return chat;
}

/** Makes a link in the open dialog and answers it. */
async function makeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Invite by link or QR code' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make a new link' }).click();
  return (await dialog.getByText(/\/join\//).textContent()) ?? '';
}

test('an invitation is accepted, a newcomer comes by a link, another by a picture of its QR code', async ({
  person,
}) => {
  const [ana, ben, kim] = [await person('ana'), await person('ben'), await person('kim')];
  const chat = await inviteTwo(ana, [ben, kim], 'Garden');

  await test.step('Ben has not added Ana: he is asked, sees nothing yet, and comes in', async () => {
    await expect(ana.page.getByText('2 people invited, no answer yet')).toBeVisible();
    const list = new ChatListPage(ben.page);
    await expect(list.row('Garden')).toContainText('Ana invites you');
    await list.row('Garden').click();
    await expect(ben.page.getByText('Ana invites you to this group')).toBeVisible();
    await expect(ben.page.getByText('before anybody came')).toHaveCount(0);
    await ben.page.getByRole('button', { name: 'Join' }).click();
    const inside = new ChatPage(ben.page);
    await expect(inside.feed.getByText('You joined')).toBeVisible();
    await inside.write('thank you');
    await chat.expectMessage('thank you');
    await expect(inside.feed.getByText('before anybody came')).toHaveCount(0);
  });

  await test.step('Ana takes the other invitation back: it is gone at once', async () => {
    const list = new ChatListPage(kim.page);
    await expect(list.row('Garden')).toContainText('Ana invites you');
    await expect(ana.page.getByText('1 person invited, no answer yet')).toBeVisible();
    await ana.page.getByRole('button', { name: `Take back: ${kim.name}` }).click();
    const question = ana.page.getByRole('alertdialog');
    await expect(question).toContainText(`Take the invitation of ${kim.name} back?`);
    await question.getByRole('button', { name: 'Take back' }).click();
    await expect(ana.page.getByText('1 person invited, no answer yet')).toHaveCount(0);
    await expect(list.row('Garden')).toHaveCount(0);
  });

  const url = await makeLink(ana.page);
  const picture = await ana.page.getByRole('img', { name: 'QR code of an invitation to Garden' }).screenshot();

  await test.step('a newcomer without an account signs up on the way', async () => {
    const cleo = await person('cleo', { fresh: true });
    await cleo.page.goto(url);
    await expect(cleo.page.getByText('You were invited to a chat.')).toBeVisible();
    await cleo.page.getByRole('link', { name: 'Sign up' }).click();
    await cleo.page.getByLabel('ID', { exact: true }).fill(cleo.handle);
    await cleo.page.getByLabel('Name', { exact: true }).fill('Cleo');
    await cleo.page.getByLabel('Password', { exact: true }).fill(cleo.password);
    await cleo.page.getByRole('button', { name: 'Create account' }).click();
    await expect(cleo.page.getByRole('heading', { name: 'Garden' })).toBeVisible();
    await expect(cleo.page.getByText('2 members')).toBeVisible();
    await cleo.page.getByRole('button', { name: 'Join' }).click();
    await new ChatPage(cleo.page).write('hello from Cleo');
    await chat.expectMessage('hello from Cleo');
  });

  await test.step('the picture of the code leads to the same place', async () => {
    const dan = await person('dan');
    await dan.page.goto(`${ana.url}/scan`);
    const file = { name: 'code.png', mimeType: 'image/png', buffer: picture };
    await dan.page.getByLabel('Choose a picture').first().setInputFiles(file);
    await expect(dan.page.getByRole('heading', { name: 'Garden' })).toBeVisible();
    await dan.page.getByRole('button', { name: 'Join' }).click();
    await new ChatPage(dan.page).write('scanned');
    await chat.expectMessage('scanned');
    // Who is in is led to the chat.
    await dan.page.goto(url);
    await expect(new ChatPage(dan.page).feed).toBeVisible();
  });

  await test.step('a withdrawn link is of no use', async () => {
    await ana.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Withdraw the link/ })
      .click();
    const eve = await person('eve');
    await expect(ana.page.getByRole('dialog').getByText(/\/join\//)).toHaveCount(0);
    await eve.page.goto(url);
    await expect(eve.page.getByText('This invitation does not work any more')).toBeVisible();
  });
});

test('whoever asks to come in answers a question and waits; the chat opens when an admin lets them in', async ({
  person,
}) => {
  const [ana, ben, kim] = [await person('ana'), await person('ben'), await person('kim')];
  await inviteTwo(ana, [ben, kim], 'Reading');
  await ana.page.getByRole('switch', { name: 'Let people in one by one' }).click();
  await ana.page.getByLabel('Question to them').fill('Which book?');
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(ana.page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  const url = await makeLink(ana.page);
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  const cleo = await person('cleo');
  await cleo.page.goto(url);
  await expect(cleo.page.getByText('Which book?')).toBeVisible();
  await cleo.page.getByLabel('Your answer').fill('The one with the whale');
  await cleo.page.getByRole('button', { name: 'Ask to join' }).click();
  await expect(cleo.page.getByText('You have asked to join')).toBeVisible();

  await ana.page.getByRole('button', { name: 'Requests to join' }).click();
  const dialog = ana.page.getByRole('dialog');
  await expect(dialog.getByText('The one with the whale')).toBeVisible();
  await dialog.getByRole('button', { name: 'Let in Cleo' }).click();
  await expect(dialog.getByText('Nobody waits')).toBeVisible();
  const inside = new ChatPage(cleo.page);
  await expect(inside.feed).toBeVisible();
  await inside.write('now I am here');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await new ChatPage(ana.page).expectMessage('now I am here');
});

test('a profile is found by its QR code, and by its link', async ({ person }) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  await ana.page.goto(`${ana.url}/friends`);
  await ana.page.getByRole('list', { name: 'Friends' }).getByRole('link', { name: /^Ana/ }).click();
  await ana.page.getByRole('button', { name: 'My QR code' }).click();
  const picture = await ana.page.getByRole('img', { name: `QR code of @${ana.handle}` }).screenshot();
  await ben.page.goto(`${ana.url}/scan`);
  const file = { name: 'code.png', mimeType: 'image/png', buffer: picture };
  await ben.page.getByLabel('Choose a picture').first().setInputFiles(file);
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Add Ana' }).click();
  await expect(ben.page.getByRole('heading', { name: 'Ana', level: 1 })).toBeVisible();
  await ben.page.goto(`${ben.url}/add/${ana.handle}`);
  await expect(ben.page.getByRole('dialog').getByText('Already your friend')).toBeVisible();
});
