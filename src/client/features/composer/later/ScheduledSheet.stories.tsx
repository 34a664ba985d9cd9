import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { EditScheduled } from './EditScheduled.tsx';
import { ScheduledBar } from './ScheduledBar.tsx';
import type { ShownScheduled } from './ScheduledRow.tsx';
import { ScheduledSheet } from './ScheduledSheet.tsx';

const acts = { onSend: fn(), onEdit: fn(), onTime: fn(), onCopy: fn(), onDrop: fn() };
const row = (time: string, day: string, text: string, more: Partial<ShownScheduled> = {}): ShownScheduled => ({
  ...{ key: text, time, day, dateTime: '2026-11-26T06:30:00.000Z', face: '2001', title: 'Jogja bareng 🛵' },
  ...{ isSilent: false, text, acts },
  ...more,
});
const here = [
  row('06:30', 'Tomorrow', 'Selamat pagi! Kereta berangkat 30 menit lagi 🚃', { isSilent: true }),
  row('09:00', 'Sat 28 Nov', '集合は北口のベンチです。迷ったら電話してね'),
  row('23:59', 'Thu 31 Dec', '새해 복 많이 받으세요! 🎆', {
    note: { text: 'Waits for the connection. The server keeps it from then on.', tone: 'plain' },
  }),
];
const others = [
  row('08:00', 'Mon', 'Selamat ulang tahun, Bu 🎂', { title: 'Ibu', face: '1003' }),
  row('08:05', 'Mon', '書記得帶,謝謝!', {
    title: '韋婷',
    face: '1004',
    note: { text: 'Tried again by itself: Slow mode is on.', tone: 'warn' },
  }),
];
const failed = [
  row('07:00', 'Today', 'Ayo futsal', {
    title: 'Futsal Kamis',
    note: { text: 'Not sent: you are not in this chat any more.', tone: 'warn' },
  }),
];

const meta: Meta<typeof ScheduledSheet> = {
  title: 'features/composer/ScheduledSheet',
  component: ScheduledSheet,
  args: { here, others, failed, state: 'ready', readerLang: 'en', onRetry: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof ScheduledSheet>;

export const Full: Story = {};
export const Unfolded: Story = {
  async play({ userEvent, canvasElement }) {
    const page = within(canvasElement.ownerDocument.body);
    const button = await page.findByRole('button', { name: 'What to do with the message of Tomorrow 06:30' });
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    for (const name of ['Edit text', 'Change the time', 'Copy text', 'Delete'])
      await expect(page.getByRole('button', { name })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Send now' }));
    await expect(acts.onSend).toHaveBeenCalled();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  },
};
export const Loading: Story = { args: { here: [], others: [], failed: [], state: 'loading' } };
export const Empty: Story = { args: { here: [], others: [], failed: [] } };
export const Stale: Story = { args: { state: 'stale' } };
export const NeverFetched: Story = { args: { here: [], others: [], failed: [], state: 'missing' } };
export const Problem: Story = { args: { problem: 'It has been sent already.' } };
export const Phone: Story = { parameters: { width: 360 }, globals: { language: 'ko' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const Editing: Story = {
  args: { children: <EditScheduled text="Ayo futsal" isBusy={false} onSave={fn()} onClose={fn()} /> },
};
export const Bars: Story = {
  render: () => (
    <div className="grid gap-4 bg-surface py-4">
      <ScheduledBar waiting={1} failed={0} onOpen={fn()} />
      <ScheduledBar waiting={3} failed={1} onOpen={fn()} />
      <ScheduledBar waiting={0} failed={2} onOpen={fn()} />
    </div>
  ),
};
