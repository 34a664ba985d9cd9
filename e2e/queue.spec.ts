import { allowWriting, openOwn, openStaff, ownOn, shareWith } from './fixtures/firstParty.ts';
import { meet } from './fixtures/meet.ts';
import { appBrowser } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ launchOptions: appBrowser, firstParty: true });

test('a ticket is taken, shown to a friend whose card moves with the queue, and called by staff', async ({
  person,
  server,
}) => {
  const { a: ana, b: ben, chatB } = await meet(person);
  const cleo = await person('cleo');
  // Somebody is there already.
  const cleos = await openOwn(cleo, 'queue');
  await cleos.frame.getByRole('button', { name: 'Take a number: Kedai Sore · counter' }).click();
  await expect(cleos.frame.getByText('You are next')).toBeVisible();

  const anas = await openOwn(ana, 'queue');
  await anas.frame.getByRole('button', { name: 'Take a number: Kedai Sore · counter' }).click();
  await expect(anas.frame.getByText('1 before you')).toBeVisible();
  await anas.frame.getByRole('button', { name: 'Tell me when it is my turn' }).click();
  await allowWriting(anas);
  await expect(anas.frame.getByText('You will get a message.')).toBeVisible();
  await shareWith(ana.page, anas, ben.name);
  const card = chatB.feed.getByRole('article').filter({ hasText: 'Your number' });
  await expect(card).toContainText('K-2');
  await expect(card).toContainText('nobody yet');

  const eva = await person('eva');
  const staff = await openStaff(eva, server, 'queue', 'cafe');
  await staff.frame.getByRole('button', { name: 'Call next' }).click();
  await expect(anas.frame.getByText('You are next')).toBeVisible();
  await expect(card).toContainText('K-1');

  // Away for a moment: what was there stays, and what happened meanwhile comes.
  await ana.network.cut();
  await expect(anas.frame.getByText('No connection. What you see may be old.')).toBeVisible({ timeout: 20_000 });
  await expect(anas.frame.getByText('K-2').first()).toBeVisible();
  await staff.frame.getByRole('button', { name: 'Call next' }).click();
  await ana.network.restore();
  await expect(anas.frame.getByText('It is your turn')).toBeVisible({ timeout: 30_000 });
  await expect(card).toContainText('At the counter now');
  await ana.page.goto(`${ana.url}/chats`);
  await expect(
    ana.page
      .getByRole('navigation', { name: 'Chats' })
      .getByText(/K-2: it is your turn/)
      .last(),
  ).toBeVisible({
    timeout: 20_000,
  });

  // The friend looks through the card, and cannot touch it.
  await card.getByRole('button', { name: 'Open' }).click();
  const bens = await ownOn(ben.page, 'queue');
  await expect(bens.frame.getByText('It is your turn')).toBeVisible();
  await expect(bens.frame.getByRole('button', { name: 'Give up' })).toHaveCount(0);

  // The counter closes; nobody new comes.
  await staff.frame.getByRole('button', { name: 'Close the counter' }).click();
  await expect(staff.frame.getByRole('button', { name: 'Open the counter' })).toBeVisible();
  await bens.frame.getByRole('button', { name: 'Back' }).click();
  await expect(bens.frame.getByRole('button', { name: 'Take a number: Kedai Sore · counter' })).toBeDisabled();
});
