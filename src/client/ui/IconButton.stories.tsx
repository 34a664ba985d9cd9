import type { Meta, StoryObj } from '@storybook/react-vite';
import { MessageCircle, Reply, Search, Send, Star, Users } from 'lucide-react';
import { fn } from 'storybook/test';
import { IconButton } from './IconButton.tsx';

const meta = {
  title: 'ui/IconButton',
  component: IconButton,
  args: { icon: Search, label: 'Search', onClick: fn() },
} satisfies Meta<typeof IconButton>;
export default meta;
type Story = StoryObj<typeof meta>;

const All = () => (
  <div className="flex flex-wrap items-center gap-3">
    <IconButton icon={Search} label="Search" />
    <IconButton icon={Users} label="Members" isPressed />
    <IconButton icon={MessageCircle} label="Chats, 3 unread" badge={3} />
    <IconButton icon={Reply} label="Reply" isMirrored size="small" />
    <IconButton icon={Search} label="Search" look="round" />
    <IconButton icon={Send} label="Send" look="send" isMirrored />
    <IconButton icon={Star} label="Favourite" look="glass" />
  </div>
);
export const Looks: Story = { render: () => <All /> };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <All />
    </div>
  ),
};
export const Focus: Story = {
  render: () => (
    <div data-force="focus">
      <All />
    </div>
  ),
};
export const Busy: Story = { args: { isBusy: true } };
export const Disabled: Story = {
  render: () => (
    <div className="flex gap-3">
      <IconButton icon={Search} label="Search" isDisabled />
      <IconButton icon={Send} label="Send" look="send" isDisabled />
    </div>
  ),
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, render: () => <All /> };
