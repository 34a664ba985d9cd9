import { randomUUID } from 'node:crypto';
import { packZip } from '#testing/gateway/packZip.ts';
import { appBrowser, grantAdmin, openApp } from './fixtures/miniApps.ts';
import { expect, test } from './fixtures/test.ts';
import { MiniAppsPage, scriptedPage } from './pages/miniApps.ts';

test.use({ launchOptions: appBrowser });

const zipOf = (text: string) => ({
  name: 'pages.zip',
  mimeType: 'application/zip',
  buffer: packZip([{ name: 'index.html', content: scriptedPage(text) }]),
});

test('an app of uploaded files is tried, reviewed, opened, declined with a note, rolled back, reported and closed', async ({
  person,
  server,
}) => {
  const [mia, ada] = [await person('mia'), await person('ada')];
  await grantAdmin(server, ada.handle);
  const id = `loket-${randomUUID().slice(0, 6)}`;
  const maker = mia.page;
  const made = new MiniAppsPage(maker);
  const save = async (text: string) => {
    await maker.getByLabel('Choose a zip file').setInputFiles(zipOf(text));
    await expect(maker.getByText('pages.zip is on the server')).toBeVisible();
    await maker.getByRole('button', { name: 'Save draft' }).click();
    await maker.getByRole('button', { name: 'Give to review' }).click();
    await expect(maker.getByRole('button', { name: 'Take it back' })).toBeVisible();
  };

  await test.step('made by hand', async () => {
    await maker.goto(`${mia.url}/apps/make/new`);
    await maker.getByLabel('Id', { exact: true }).fill(id);
    await maker.getByRole('button', { name: 'Take this id' }).click();
    await maker.getByRole('button', { name: 'I have kept it' }).click();
    await maker.getByLabel('Name in English').fill('Loket');
    await maker.getByLabel('One line about it in English').fill('A number for the counter');
    await maker.getByLabel('Upload files').check();
    await maker.getByLabel('Choose a zip file').setInputFiles(zipOf('First pages'));
    await expect(maker.getByText('pages.zip is on the server')).toBeVisible();
    await maker.getByRole('button', { name: 'Save draft' }).click();
    await maker.getByRole('button', { name: 'Try it' }).click();
    await expect(made.window('Loket').locator('iframe')).toBeVisible();
    await made.close('Loket');
    await maker.getByRole('button', { name: 'Give to review' }).click();
    await expect(maker.getByRole('button', { name: 'Take it back' })).toBeVisible();
  });

  const review = ada.page;
  const card = review.getByRole('article', { name: id });
  const seen = new MiniAppsPage(review);
  await test.step('looked at and approved', async () => {
    await review.goto(`${ada.url}/apps/review`);
    await card.getByRole('button', { name: 'Open this version' }).click();
    await expect(
      seen.window('Loket').frameLocator('iframe').frameLocator('iframe').getByText('First pages'),
    ).toBeVisible();
    await seen.close('Loket');
    await card.getByRole('button', { name: 'Approve' }).click();
    await expect(card).toHaveCount(0);
    await openApp(ada, id);
    await expect((await seen.frame(id)).getByText('First pages')).toBeVisible();
  });

  await test.step('a second version is declined, a third one is live, and the first one again', async () => {
    await maker.reload();
    await save('Second pages');
    await review.goto(`${ada.url}/apps/review`);
    await card.getByRole('button', { name: 'Decline' }).click();
    const note = review.getByRole('dialog');
    await note.getByLabel('Note to its maker').fill('Say where the counter is');
    await note.getByRole('button', { name: 'Decline' }).click();
    await expect(card).toHaveCount(0);
    await maker.reload();
    await expect(maker.getByText('Say where the counter is').first()).toBeVisible();
    await save('Third pages');
    await review.reload();
    await card.getByRole('button', { name: 'Approve' }).click();
    await expect(card).toHaveCount(0);
    await openApp(ada, id);
    await expect((await seen.frame(id)).getByText('Third pages')).toBeVisible();
    await maker.reload();
    await maker.getByRole('button', { name: 'Use this version · Version 1' }).click();
    await maker.getByRole('alertdialog').getByRole('button', { name: 'Use this version' }).click();
    await expect(maker.getByRole('alertdialog')).toHaveCount(0);
    await seen.close('Loket');
    await expect(review).toHaveURL(/\/apps$/);
    await seen.start('Loket');
    await expect((await seen.frame(id)).getByText('First pages')).toBeVisible();
  });

  await test.step('a report reaches the reviewers, who close the app while it is open', async () => {
    const bob = await person('bob');
    const used = new MiniAppsPage(bob.page);
    await used.open();
    await used.list('All mini-apps').getByRole('button', { name: 'More about Loket' }).click();
    await bob.page.getByRole('menuitem', { name: 'Report' }).click();
    const report = bob.page.getByRole('dialog', { name: 'Report Loket' });
    await report.getByLabel('What happened?').fill('It wanted my bank card');
    await report.getByRole('button', { name: 'Send report' }).click();
    await expect(report).toContainText('Thank you');
    await report.getByRole('button', { name: 'Close' }).last().click();
    await used.start('Loket');
    await used.frame(id);
    await review.goto(`${ada.url}/apps/review`);
    await expect(card).toContainText('It wanted my bank card');
    await card.getByRole('button', { name: 'Close this mini-app' }).click();
    await review.getByRole('dialog').getByLabel('Note to its maker').fill('It deceives people');
    await review.getByRole('dialog').getByRole('button', { name: 'Close this mini-app' }).click();
    await expect(used.window('Loket')).toContainText('Loket is closed', { timeout: 5_000 });
    await maker.reload();
    await expect(maker.getByText('This mini-app is closed.')).toBeVisible();
  });
});
