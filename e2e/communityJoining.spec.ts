import { expect, test } from './fixtures/test.ts';
import { ChatPage } from './pages/chatPage.ts';

test('a community that approves: asked under an own name, declined and let in live, by Discover, by a link and by a picture of its QR code', async ({
  person,
}) => {
  const [ana, ben, eva] = [await person('ana'), await person('ben'), await person('eva')];
  const dan = await person('dan');
  await ana.page.goto(`${ana.url}/discover/new`);
  const form = ana.page.getByRole('dialog');
  await form.getByLabel('Name of the community').fill('Half Frame');
  await form.getByLabel('Rules').fill('Ask before you photograph people');
  await form.getByLabel('Your name here').fill('Owl');
  await form.getByRole('radio', { name: /Approval/ }).check();
  await form.getByLabel('Question to those who ask').fill('Which camera do you carry?');
  await form.getByRole('button', { name: 'Found it' }).click();
  const chatA = new ChatPage(ana.page);
  await expect(chatA.feed).toBeVisible();
  const c = ana.page.url().split('/').pop();

  await test.step('two people ask; who decides sees names and answers, and nothing of the accounts', async () => {
    for (const [{ page, url }, name, answer] of [
      [ben, '底片貓', 'An old one'],
      [eva, 'Fern', 'None yet'],
    ] as const) {
      await page.goto(`${url}/discover/${c}`);
      await page.getByRole('button', { name: 'Ask to join' }).click();
      const ask = page.getByRole('dialog');
      await expect(ask.getByText('Which camera do you carry?')).toBeVisible();
      await ask.getByLabel('Your name here').fill(name);
      await ask.getByLabel('Your answer').fill(answer);
      await ask.getByRole('checkbox').check();
      await ask.getByRole('button', { name: 'Ask to join' }).click();
      await expect(page.getByText(`You have asked to join as “${name}”`)).toBeVisible();
    }
    await ana.page.getByRole('button', { name: 'Info' }).first().click();
    await expect(ana.page.getByRole('img', { name: '2 people wait' })).toBeVisible();
    await ana.page.getByRole('button', { name: /Requests to join/ }).click();
    const dialog = ana.page.getByRole('dialog');
    await expect(dialog.getByText('An old one')).toBeVisible();
    await expect(dialog.getByText(new RegExp(`${ben.name}|${ben.handle}|${eva.handle}`))).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Decline Fern' }).click();
    await dialog.getByRole('button', { name: 'Let in 底片貓' }).click();
    await expect(dialog.getByText('Nobody waits')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('both hear of it where they are', async () => {
    await expect(eva.page.getByText('Your request was declined')).toBeVisible();
    await ben.page.getByRole('button', { name: 'Open chat' }).click();
    await new ChatPage(ben.page).write('good morning');
    await chatA.expectMessage('good morning');
    await expect(chatA.feed.getByText('底片貓', { exact: true })).toBeVisible();
  });

  await test.step('a link shows the card and the rules, and leads to the same queue', async () => {
    await ana.page.getByRole('button', { name: 'Invite by link or QR code' }).click();
    const links = ana.page.getByRole('dialog');
    await links.getByRole('button', { name: 'Make a new link' }).click();
    const link = (await links.getByText(/\/join\//).textContent()) ?? '';
    await expect(links.getByText(/· You/)).toBeVisible();
    const picture = await links.getByRole('img', { name: 'QR code of an invitation to Half Frame' }).screenshot();
    await links.getByRole('button', { name: 'Close' }).click();
    await dan.page.goto(link.replace(ana.url, dan.url));
    await expect(dan.page.getByRole('heading', { name: 'Half Frame' })).toBeVisible();
    await expect(dan.page.getByText('Ask before you photograph people')).toBeVisible();
    // The code says where Ana is.
    await dan.page.goto(`${ana.url}/scan`);
    const file = { name: 'code.png', mimeType: 'image/png', buffer: picture };
    await dan.page.getByLabel('Choose a picture').first().setInputFiles(file);
    await expect(dan.page.getByRole('heading', { name: 'Half Frame' })).toBeVisible();
    await dan.page.getByLabel('Your name here').fill('底片貓');
    await dan.page.getByRole('checkbox').check();
    await dan.page.getByRole('button', { name: 'Ask to join' }).click();
    await expect(dan.page.getByText(/already has this name/)).toBeVisible();
    await dan.page.getByLabel('Your name here').fill('Moss');
    await dan.page.getByRole('button', { name: 'Ask to join' }).click();
    await expect(dan.page.getByText('You asked under the name “Moss”.')).toBeVisible();
    await dan.page.getByRole('button', { name: 'Take it back' }).click();
    await dan.page.getByLabel('Your name here').fill('Moss');
    await dan.page.getByRole('checkbox').check();
    await dan.page.getByRole('button', { name: 'Ask to join' }).click();
    await ana.page.getByRole('button', { name: /Requests to join/ }).click();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Let in Moss' }).click();
    await new ChatPage(dan.page).write('found it');
    await chatA.expectMessage('found it');
  });
});
