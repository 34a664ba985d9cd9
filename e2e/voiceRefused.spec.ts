import { browserFlags } from '#testing/browser/browserFlags.ts';
import { findBrowser } from '#testing/browser/findBrowser.ts';
import { meet } from './fixtures/meet.ts';
import { expect, test } from './fixtures/test.ts';

const executablePath = findBrowser();
/** Whoever asks for the microphone is refused, as by a person who says no. */
test.use({
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: [...browserFlags(), '--use-fake-ui-for-media-stream=deny', '--use-fake-device-for-media-stream'],
  },
});

test('a microphone that is refused is said so in words, and writing goes on', async ({ person }) => {
  const { a: ana, chatA, chatB } = await meet(person);
  await ana.page.getByRole('button', { name: 'Record a voice message' }).click();
  const told = ana.page.getByRole('alert').filter({ hasText: 'The microphone is not allowed.' });
  await expect(told).toBeVisible({ timeout: 10_000 });
  await told.getByRole('button').click();
  await expect(told).toHaveCount(0);
  await chatA.write('then in writing');
  await chatB.expectMessage('then in writing');
});
