import { expect, test } from './fixtures/test.ts';
import { meet } from './fixtures/meet.ts';

test('the server is killed in the middle of a chat and comes back: nothing is lost or doubled', async ({
  person,
  server,
}) => {
  const { chatA, chatB } = await meet(person);
  for (let number = 1; number <= 3; number += 1) await chatA.write(`before ${number}`);
  await server.kill('SIGKILL');
  for (let number = 1; number <= 3; number += 1) {
    await chatA.write(`from ana ${number}`);
    await chatB.write(`from ben ${number}`);
  }
  await server.up();
  const numbers = (label: string) => [1, 2, 3].map((number) => `${label} ${number}`);
  for (const chat of [chatA, chatB]) {
    await expect.poll(() => chat.texts(/^before \d$/), { timeout: 45_000 }).toEqual(numbers('before'));
    await expect.poll(() => chat.texts(/^from ana \d$/), { timeout: 45_000 }).toEqual(numbers('from ana'));
    await expect.poll(() => chat.texts(/^from ben \d$/), { timeout: 45_000 }).toEqual(numbers('from ben'));
  }
  // Both see one order.
  const order = await chatA.texts(/^from (ana|ben) \d$/);
  expect(await chatB.texts(/^from (ana|ben) \d$/)).toEqual(order);
});
