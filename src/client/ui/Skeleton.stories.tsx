import type { Meta, StoryObj } from '@storybook/react-vite';
import { Skeleton } from './Skeleton.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';

const meta = { title: 'ui/Skeleton', component: Skeleton } satisfies Meta<typeof Skeleton>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Shapes: Story = {
  render: () => (
    <div className="flex items-center gap-3">
      <Skeleton shape="person" />
      <Skeleton shape="place" />
      <Skeleton width={160} />
      <Skeleton shape="box" width={120} height={64} />
    </div>
  ),
};
export const ChatRows: Story = {
  parameters: { width: 352 },
  render: () => <SkeletonRows label="Loading your chats" />,
};
export const PersonRows: Story = {
  parameters: { width: 352 },
  render: () => <SkeletonRows label="Loading members" avatar={40} count={3} />,
};
