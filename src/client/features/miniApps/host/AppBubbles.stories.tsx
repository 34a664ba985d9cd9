import type { Meta, StoryObj } from '@storybook/react-vite';
import { toAppId } from '#protocol/casts.ts';
import { AppBubbles } from './AppBubbles.tsx';

const nothing = () => undefined;
const bubbles = ['Antre', 'Patungan', '오목 한 판'].map((name, key) => ({
  key,
  id: toAppId(`app${key}`),
  name,
  icon: undefined,
}));

const meta: Meta<typeof AppBubbles> = {
  title: 'features/miniApps/AppBubbles',
  component: AppBubbles,
  decorators: [
    (Story) => (
      <div className="h-[420px]">
        <Story />
      </div>
    ),
  ],
  args: { bubbles, onOpen: nothing, onClose: nothing },
};
export default meta;
type Story = StoryObj<typeof AppBubbles>;

export const Three: Story = {};
export const One: Story = { args: { bubbles: bubbles.slice(0, 1) } };
export const None: Story = { args: { bubbles: [] } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
