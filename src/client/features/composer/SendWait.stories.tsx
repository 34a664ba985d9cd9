import type { Meta, StoryObj } from '@storybook/react-vite';
import { SendWait, SlowNote, type SlowWait } from './SendWait.tsx';

function Both(wait: SlowWait) {
  return (
    <div className="grid gap-2">
      <SlowNote {...wait} />
      <SendWait {...wait} />
    </div>
  );
}

const meta: Meta<typeof Both> = {
  title: 'features/composer/SendWait',
  component: Both,
  parameters: { plane: 'sunken' },
  args: { leftMs: 42_000, everyS: 60 },
};
export default meta;
type Story = StoryObj<typeof Both>;

export const Seconds: Story = {};
export const Minutes: Story = { args: { leftMs: 250_000, everyS: 300 } };
export const Hours: Story = { args: { leftMs: 7_200_000, everyS: 21_600 } };
export const Korean: Story = { globals: { language: 'ko' } };
