import type { Meta, StoryObj } from '@storybook/react-vite';
import { CircleUser, Contact, Grid2x2, MessagesSquare } from 'lucide-react';
import { expect, userEvent, within } from 'storybook/test';
import type { NavItem } from './NavItem.ts';
import { TabBar } from './TabBar.tsx';

const ICONS = [Contact, MessagesSquare, Grid2x2, CircleUser];
const tabs = (labels: readonly string[], current = 1): NavItem[] =>
  ICONS.map((icon, index) => ({
    id: String(index),
    href: `#${index}`,
    label: labels[index] ?? '',
    icon,
    isCurrent: index === current,
  }));
const LABELS = ['People', 'Talk', 'Tools', 'You'];

const meta = {
  title: 'ui/TabBar',
  component: TabBar,
  parameters: { plane: 'none' },
  args: { label: 'Places', items: tabs(LABELS) },
  decorators: [
    (Story) => (
      <div className="w-[360px]">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof TabBar>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const bar = within(canvasElement).getByRole('navigation', { name: 'Places' });
    await expect(within(bar).getByRole('link', { current: 'page' })).toHaveAccessibleName('Talk');
  },
};
/** The number is drawn for the eye and said in words for the ear. */
export const Badges: Story = {
  args: {
    items: tabs(LABELS).map((tab, index) =>
      index < 2 ? { ...tab, badge: index === 0 ? 3 : 482, badgeLabel: index === 0 ? '3 requests' : '482 new' } : tab,
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('link', { name: /^Talk.*482 new$/u })).toBeVisible();
  },
};
/** Inside a conversation none of the places is current. */
export const NoneCurrent: Story = { args: { items: tabs(LABELS, -1) } };
export const Focus: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await expect(within(canvasElement).getByRole('link', { name: 'People' })).toHaveFocus();
  },
};
export const VeryLong: Story = {
  parameters: { plane: 'none', textScale: 1.4 },
  args: { items: tabs(['Kenalan', 'Obrolan', 'Program kecil', 'Setelan'], 2) },
};
export const Languages: Story = {
  render: (args) => (
    <div className="grid gap-4">
      <TabBar {...args} label="メイン" items={tabs(['連絡先', 'トーク', 'ツール', 'マイページ'])} />
      <TabBar {...args} label="기본" items={tabs(['연락처', '대화', '도구', '내 정보'])} />
      <TabBar {...args} label="主選單" items={tabs(['聯絡人', '聊天', '工具', '我'])} />
    </div>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'none', dir: 'rtl' },
  args: {
    label: 'الأماكن',
    items: tabs(['جهات الاتصال', 'محادثات', 'أدوات', 'أنا']).map((tab) => ({ ...tab, badge: 7 })),
  },
};
