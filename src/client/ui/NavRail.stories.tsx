import type { Meta, StoryObj } from '@storybook/react-vite';
import { LayoutGrid, MessageCircle, SlidersHorizontal, User, Users } from 'lucide-react';
import { Avatar } from './Avatar.tsx';
import type { NavItem } from './NavItem.ts';
import { NavRail } from './NavRail.tsx';
import { TabBar } from './TabBar.tsx';

const item = (id: string, label: string, icon: NavItem['icon'], more: Partial<NavItem> = {}): NavItem => ({
  id,
  href: `#${id}`,
  label,
  icon,
  isCurrent: false,
  ...more,
});
const CHATS = item('chats', 'Chats', MessageCircle, { isCurrent: true, badge: 6, badgeLabel: '6 unread' });
const FRIENDS = item('friends', 'Friends', Users, { badge: 120, badgeLabel: '120 new' });
const SETTINGS = item('settings', 'Settings', SlidersHorizontal);
const foot = (
  <a href="#me" className="block rounded-full">
    <Avatar id="me" name="Dewi Larasati" size={36} isOnline />
    <span className="sr-only">Me</span>
  </a>
);

const meta = {
  title: 'ui/NavRail',
  component: NavRail,
  parameters: { plane: 'none' },
  args: {
    label: 'Main',
    home: { href: '#', label: 'Kabar' },
    items: [CHATS, FRIENDS, item('apps', 'Mini-apps', LayoutGrid)],
    footItems: [SETTINGS],
    foot,
  },
} satisfies Meta<typeof NavRail>;
export default meta;
type Story = StoryObj<typeof meta>;

const inWindow = (Story: () => React.ReactNode) => (
  <div className="h-[560px]">
    <Story />
  </div>
);
export const Default: Story = { decorators: [inWindow] };
export const Hover: Story = {
  decorators: [
    inWindow,
    (Story) => (
      <div data-force="hover" className="h-full">
        <Story />
      </div>
    ),
  ],
};
export const Focus: Story = {
  decorators: [
    inWindow,
    (Story) => (
      <div data-force="focus" className="h-full">
        <Story />
      </div>
    ),
  ],
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, decorators: [inWindow] };

const TABS = [FRIENDS, CHATS, item('apps', 'Mini-apps', LayoutGrid), item('me', 'Me', User)];
export const PhoneBar: Story = {
  render: () => (
    <div className="w-[360px]">
      <TabBar label="Main" items={TABS} />
    </div>
  ),
};
export const PhoneBarIndonesian: Story = {
  render: () => (
    <div className="w-[360px]">
      <TabBar
        label="Utama"
        items={['Teman', 'Percakapan', 'Aplikasi mini', 'Saya'].map((label, index) => ({
          ...(TABS[index] ?? CHATS),
          label,
          badgeLabel: undefined,
        }))}
      />
    </div>
  ),
};
export const PhoneBarLargeText: Story = {
  parameters: { plane: 'none', textScale: 1.4 },
  render: () => (
    <div className="w-[360px]">
      <TabBar
        label="メイン"
        items={['友だち', 'トーク', 'ミニアプリ', '自分'].map((label, index) => ({
          ...(TABS[index] ?? CHATS),
          label,
          badgeLabel: undefined,
        }))}
      />
    </div>
  ),
};
