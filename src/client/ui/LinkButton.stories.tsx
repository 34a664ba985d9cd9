import type { Meta, StoryObj } from '@storybook/react-vite';
import { MessageCircle } from 'lucide-react';
import { LinkButton } from './LinkButton.tsx';

const meta = {
  title: 'ui/LinkButton',
  component: LinkButton,
  args: { href: '#', children: 'Find friends' },
} satisfies Meta<typeof LinkButton>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Text: Story = {};
export const TextHover: Story = {
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
};
export const Focus: Story = {
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const Filled: Story = { args: { kind: 'filled', icon: MessageCircle } };
export const SmallTonal: Story = { args: { kind: 'tonal', size: 'small' } };
export const VeryLong: Story = {
  parameters: { width: 260 },
  args: {
    kind: 'filled',
    isWide: true,
    children: '電話番号なしでアカウントを作成する方法を詳しく見る',
    icon: MessageCircle,
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { kind: 'tonal', children: 'البحث عن الأصدقاء', icon: MessageCircle },
};
