import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { SkeletonRows } from './SkeletonRows.tsx';

const meta = {
  title: 'ui/SkeletonRows',
  component: SkeletonRows,
  parameters: { width: 352 },
  args: { label: 'Fetching your conversations' },
} satisfies Meta<typeof SkeletonRows>;
export default meta;
type Story = StoryObj<typeof meta>;

/** One status for all of them: nobody wants to hear six grey bars. */
export const Chats: Story = {
  play: async ({ args, canvasElement }) => {
    const status = within(canvasElement).getByRole('status', { name: args.label });
    await expect(status).toHaveTextContent('');
  },
};
export const People: Story = { args: { label: 'メンバーを読み込み中', avatar: 40, count: 4 } };
export const OneRow: Story = { args: { count: 1 } };
export const Narrow: Story = { parameters: { width: 200 }, args: { count: 3 } };
export const OnSunken: Story = { parameters: { width: 352, plane: 'sunken' }, args: { count: 3 } };
export const RightToLeft: Story = {
  parameters: { width: 352, dir: 'rtl' },
  args: { count: 3, label: 'جارٍ تحميل المحادثات' },
};
