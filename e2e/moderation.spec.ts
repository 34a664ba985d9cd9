import { expect, test } from './fixtures/test.ts';
import { foundCommunity, joinCommunity } from './pages/communities.ts';

test('in a community a filter is tried, holds a folded phrase, and what follows: let through, report, mute, appeal, undo, freeze', async ({
  person,
}) => {
  const [ana, ben] = [await person('ana'), await person('ben')];
  const { chat: chatA, c } = await foundCommunity(ana, 'Darkroom', 'Keeper');
  const { chat: chatB } = await joinCommunity(ben, c, 'Silver');
  await chatB.write('カンタン副業のつもりが暗室に10時間いた');
  await chatA.expectMessage('カンタン副業のつもりが暗室に10時間いた');

  // The dry run finds the message that is there, before anything acts.
  const chatUrl = ana.page.url();
  await ana.page.getByRole('button', { name: 'Info' }).first().click();
  await ana.page.getByRole('link', { name: 'Moderation' }).click();
  await ana.page.getByLabel('Word or phrase').fill('ｶﾝﾀﾝ副業');
  await ana.page.getByRole('button', { name: 'Try it' }).click();
  await expect(ana.page.getByText('Would have caught 1 message')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Hold from now on' }).click();
  await expect(ana.page.getByRole('rowheader', { name: 'ｶﾝﾀﾝ副業' })).toBeVisible();

  // Another way of writing it is held; the sender sees that it waits, the owner lets it through.
  await chatB.write('これぞ か ん た ん 副業');
  await expect(chatB.message('これぞ か ん た ん 副業')).toContainText('Held for review');
  await ana.page.getByRole('link', { name: 'Held messages' }).click();
  const held = ana.page.getByRole('article', { name: 'Silver' });
  await expect(held.locator('mark')).toHaveText('か ん た ん 副業');
  await held.getByRole('button', { name: 'Let through' }).click();
  await expect(ana.page.getByText('Nothing is waiting')).toBeVisible();
  await expect(chatB.message('これぞ か ん た ん 副業')).not.toContainText('Held for review');
  await ana.page.goto(chatUrl);
  await chatA.expectMessage('これぞ か ん た ん 副業');

  // A report, and a mute from it.
  await chatA.act('これぞ か ん た ん 副業', 'Report');
  const report = ana.page.getByRole('dialog', { name: 'Report' });
  await report.getByRole('radio', { name: 'Harassment' }).check();
  await report.getByRole('button', { name: 'Send report' }).click();
  await expect(report.getByText('The moderators will look at it.')).toBeVisible();
  await report.getByRole('button', { name: 'Close' }).last().click();
  await ana.page.goto(`${chatUrl}/moderation/reports`);
  await ana.page.getByRole('button', { name: 'Take it' }).click();
  await expect(ana.page.getByText('You are on it')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Mute 24 h' }).click();
  await expect(ana.page.getByText('No open reports')).toBeVisible();

  // The muted person asks; the owner sees it and undoes the mute.
  await ben.page.getByRole('button', { name: 'Ask the admins' }).click();
  const appeal = ben.page.getByRole('dialog', { name: 'Ask the admins' });
  await appeal.getByLabel('What should they know?').fill('It was a joke about my darkroom.');
  await appeal.getByRole('button', { name: 'Send' }).click();
  await expect(appeal.getByText('The admins have your text.')).toBeVisible();
  await appeal.getByRole('button', { name: 'Close' }).last().click();
  await ana.page.getByRole('link', { name: 'Muted and left' }).click();
  await expect(ana.page.getByText('It was a joke about my darkroom.')).toBeVisible();
  await ana.page.getByRole('link', { name: 'Audit log' }).click();
  const muted = ana.page.getByRole('listitem').filter({ hasText: 'muted Silver' });
  await muted.getByRole('button', { name: 'Undo' }).click();
  await expect(muted.getByText('Undone')).toBeVisible();
  await chatB.write('thank you');

  // Frozen: the member reads, and writes again when it is over.
  const freeze = ana.page.getByRole('switch', { name: 'Freeze' });
  await freeze.click();
  await expect(ben.page.getByText('This chat is frozen.')).toBeVisible();
  await expect(chatB.composer).toHaveCount(0);
  await freeze.click();
  await chatB.write('and the light is back');
  await ana.page.goto(chatUrl);
  await chatA.expectMessage('thank you');
  await chatA.expectMessage('and the light is back');
});
