import type { Meta, StoryObj } from '@storybook/react-vite';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { RecentRow } from './RecentRow.tsx';

const meta: Meta<typeof RecentRow> = {
  title: 'features/miniApps/RecentRow',
  component: RecentRow,
  parameters: { plane: 'sunken', width: 832 },
  args: { label: 'Recent', apps: sampleApps.slice(0, 9), onOpen: () => undefined },
};
export default meta;
type Story = StoryObj<typeof RecentRow>;

export const Nine: Story = {};
export const Scrolling: Story = { parameters: { width: 360 } };
export const LongNamesLargeText: Story = {
  args: { apps: [...oddApps, ...sampleApps] },
  parameters: { width: 360, textScale: 1.4 },
};
