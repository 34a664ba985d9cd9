import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { refuseCopies } from '#testing/fakeClipboard.ts';
import { toCid } from '#protocol/casts.ts';
import type { Scheduled } from '#protocol/entities/scheduled.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { jogja, samplePending, sampleSeed } from '#testing/sampleChats.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ScheduledListPane } from './ScheduledListPane.tsx';
import { ScheduledSlot } from './ScheduledSlot.tsx';

const hour = 3_600_000;
const message = (n: number, x: string, more: Partial<Scheduled> = {}): Scheduled => ({
  c: jogja,
  item: { i: toCid(`00000000-0000-4000-8000-00000000000${n}`), k: 1, b: { x } },
  at: sampleNow + n * 12 * hour,
  st: 0,
  ...more,
});
const items = [
  message(1, 'Kereta berangkat 30 menit lagi 🚃'),
  message(2, '集合は北口のベンチです'),
  message(3, 'Ayo futsal', { st: 2, code: 'NOT_MEMBER', at: sampleNow - hour }),
];
const queued = samplePending(91, jogja, 'x', {
  lane: 'u',
  action: {
    ...{ t: 'schedule', c: jogja, cid: toCid('00000000-0000-4000-8000-000000000009'), b: { x: 'not there yet' } },
    ...{ at: sampleNow + hour, op: 'x' as never },
  },
});
const done = fn(() => ({ ok: true as const, data: { u: 1 } }));
const seed: FakeSeed = {
  ...sampleSeed,
  tray: [queued],
  prefs: { scheduled: { v: 1, l: [[jogja, 2, 1]] } },
  answers: {
    'schedule.list': () => ({ ok: true, data: { items } }),
    'schedule.change': done,
    'schedule.drop': done,
    'schedule.send': () => ({ ok: false, code: 'GONE' }),
  },
};

const meta: Meta<typeof ScheduledListPane> = {
  title: 'features/composer/ScheduledListPane',
  component: ScheduledListPane,
  decorators: [withServices({})],
  parameters: { seed },
  args: { c: jogja, onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof ScheduledListPane>;

const unfold = async (
  page: ReturnType<typeof within>,
  text: string,
  userEvent: { click(e: Element): Promise<void> },
) => {
  const row = (await page.findByText(text)).closest('li') as HTMLElement;
  await userEvent.click(within(row).getByRole('button', { name: /What to do/ }));
  return within(row);
};

export const All: Story = {
  async play({ canvasElement }) {
    const page = within(canvasElement.ownerDocument.body);
    await expect(await page.findByText(/Not sent: /)).toBeVisible();
    await expect(page.getByText('Waits for the connection. The server keeps it from then on.')).toBeVisible();
    await expect(page.getByText('3 of 100 in this chat, 3 in all')).toBeVisible();
  },
};
/** In the moment in which one that waited here has come to the server, both know it. */
export const OnItsWay: Story = {
  parameters: {
    seed: {
      ...seed,
      tray: [
        samplePending(92, jogja, 'x', {
          lane: 'u',
          action: {
            ...{ t: 'schedule', c: jogja, cid: toCid('00000000-0000-4000-8000-000000000001'), b: { x: 'on its way' } },
            ...{ at: sampleNow + hour, op: 'x' as never },
          },
        }),
      ],
    },
  },
  async play({ canvasElement }) {
    const page = within(canvasElement.ownerDocument.body);
    await expect(await page.findByText('Kereta berangkat 30 menit lagi 🚃')).toBeVisible();
    await expect(page.queryByText('on its way')).toBeNull();
    await expect(page.queryByText(/^Waits for the connection/)).toBeNull();
  },
};
export const OtherText: Story = {
  async play({ canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    const row = await unfold(page, 'Kereta berangkat 30 menit lagi 🚃', userEvent);
    await userEvent.click(row.getByRole('button', { name: 'Edit text' }));
    const field = await page.findByRole('textbox', { name: 'Text of the message' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Jam 7');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect(done).toHaveBeenCalledWith(expect.objectContaining({ b: { x: 'Jam 7' } }));
    await expect(page.queryByRole('textbox')).toBeNull();
  },
};
export const GivenUp: Story = {
  async play({ canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    const row = await unfold(page, '集合は北口のベンチです', userEvent);
    await userEvent.click(row.getByRole('button', { name: 'Delete' }));
    const question = within(await page.findByRole('alertdialog'));
    await userEvent.click(question.getByRole('button', { name: 'Delete' }));
    await expect(done).toHaveBeenCalledWith(expect.objectContaining({ i: items[1]?.item.i }));
  },
};
export const TooLateToSend: Story = {
  async play({ canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    const row = await unfold(page, '集合は北口のベンチです', userEvent);
    await userEvent.click(row.getByRole('button', { name: 'Send now' }));
    await expect(await page.findByRole('alert')).toBeVisible();
  },
};
export const NotCopied: Story = {
  async play({ canvasElement, userEvent }) {
    refuseCopies();
    const page = within(canvasElement.ownerDocument.body);
    const row = await unfold(page, '集合は北口のベンチです', userEvent);
    await userEvent.click(row.getByRole('button', { name: 'Copy text' }));
    await expect(await page.findByRole('alert')).toHaveTextContent(/^Could not be copied/);
  },
};
export const Offline: Story = { parameters: { seed: { ...seed, answers: {} } } };
export const FromTheBar: Story = {
  render: ({ c }) => <ScheduledSlot c={c} />,
  async play({ canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('button', { name: '3 scheduled messages · 1 could not be sent' }));
    await expect(await page.findByText('集合は北口のベンチです')).toBeVisible();
  },
};
