import type { Meta, StoryObj } from '@storybook/react-vite';
import { ProgressBar } from './ProgressBar.tsx';
import { ProgressRing } from './ProgressRing.tsx';
import { Spinner } from './Spinner.tsx';

const meta = {
  title: 'ui/Progress',
  component: ProgressRing,
  args: { value: 0.42, label: 'Uploading' },
} satisfies Meta<typeof ProgressRing>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Rings: Story = {
  render: () => (
    <div className="flex gap-4">
      <ProgressRing value={0} label="Starting" text="0" />
      <ProgressRing value={0.42} label="Uploading" text="42" />
      <ProgressRing value={1} label="Done" text="100" />
      <ProgressRing value={0.7} label="Uploading" size={24} />
    </div>
  ),
};
export const Bars: Story = {
  parameters: { width: 320 },
  render: () => (
    <div className="grid gap-4">
      <ProgressBar value={0.1} label="Storage" />
      <ProgressBar value={0.6} label="Filling" look="thin" />
      <ProgressBar value={7} label="Out of range is full" look="thin" />
    </div>
  ),
};
export const Waiting: Story = {
  render: () => (
    <div className="flex gap-4">
      <Spinner label="Loading" />
      <Spinner size={24} />
    </div>
  ),
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl', width: 320 },
  render: () => <ProgressBar value={0.3} label="Storage" />,
};
