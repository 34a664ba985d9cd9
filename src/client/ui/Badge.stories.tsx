import type { Meta, StoryObj } from '@storybook/react-vite';
import { Badge } from './Badge.tsx';
import { MentionBadge } from './MentionBadge.tsx';

const meta = { title: 'ui/Badge', component: Badge, args: { count: 3, label: '3 unread messages' } } satisfies Meta<
  typeof Badge
>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Counts: Story = {
  render: () => (
    <div className="flex gap-2">
      <Badge count={1} />
      <Badge count={48} />
      <Badge count={99} />
      <Badge count={1284} label="1,284 unread messages" />
    </div>
  ),
};
export const Muted: Story = {
  render: () => (
    <div className="flex gap-2">
      <Badge count={8} tone="muted" />
      <Badge count={100} tone="muted" />
    </div>
  ),
};
export const Mention: Story = { render: () => <MentionBadge label="Mentions you" /> };
export const Empty: Story = { args: { count: 0 } };
