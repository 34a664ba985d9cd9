import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { MonthScrubber } from './MonthScrubber.tsx';

const years = ['2026', '2025', '2024'];
const months = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(12 - at).padStart(2, '0')}`),
);
const meta: Meta<typeof MonthScrubber> = {
  title: 'features/media/MonthScrubber',
  component: MonthScrubber,
  parameters: { layout: 'fullscreen' },
  decorators: [
    (Story) => (
      <div className="relative h-[560px] bg-surface-sunken">
        <Story />
      </div>
    ),
  ],
  args: { months: months.slice(0, 5), current: '2026-11', height: 560, onPick: fn() },
};
export default meta;
type Story = StoryObj<typeof MonthScrubber>;

export const Few: Story = {
  async play({ args }) {
    const [button] = screen.queryAllByRole('button', { name: /September 2026/ });
    // Phones have none.
    if (!button || getComputedStyle(button.parentElement as HTMLElement).display === 'none') return;
    await userEvent.click(button);
    await expect(args.onPick).toHaveBeenCalledWith('2026-09');
  },
};
export const Many: Story = { args: { months, current: '2025-05' } };
export const Low: Story = { args: { months, height: 180 } };
