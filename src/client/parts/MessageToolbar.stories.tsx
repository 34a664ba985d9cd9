import type { Meta, StoryObj } from '@storybook/react-vite';
import { Copy, CornerUpLeft } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { MessageToolbar } from './MessageToolbar.tsx';

const meta = {
  title: 'parts/MessageToolbar',
  component: MessageToolbar,
  parameters: { plane: 'sunken' },
  args: {
    label: 'What to do with it',
    quick: [
      { emoji: '👍', label: 'Thumb up' },
      { emoji: '🤣', label: 'Rolling with laughter' },
    ],
    onReact: fn(),
    reactLabel: 'Choose an emoji',
    onOpenReactions: fn(),
    actions: [{ id: 'reply', icon: CornerUpLeft, label: 'Answer', isMirrored: true, onClick: fn() }],
    moreLabel: 'Everything else',
    onMore: fn(),
    tabIndex: 0,
  },
  // It is as wide as its buttons: beside a bubble it floats.
  decorators: [
    (Story) => (
      <div className="flex">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof MessageToolbar>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Each button tells its part; those that open something hand over themselves as the anchor. */
export const Default: Story = {
  play: async ({ args, canvasElement }) => {
    const bar = within(within(canvasElement).getByRole('toolbar', { name: args.label }));
    await userEvent.click(bar.getByRole('button', { name: 'Rolling with laughter' }));
    await expect(args.onReact).toHaveBeenCalledWith('🤣');
    const more = bar.getByRole('button', { name: 'Everything else' });
    await userEvent.click(more);
    await expect(args.onMore).toHaveBeenCalledWith(more);
  },
};
export const Hover: Story = {
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
/** Outside the message its buttons are no tab stops. */
export const AtRest: Story = {
  args: { tabIndex: -1 },
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await expect(canvasElement.contains(document.activeElement)).toBe(false);
  },
};
/** Where one may read but not write. */
export const ReadOnly: Story = {
  args: {
    quick: [],
    onOpenReactions: undefined,
    actions: [{ id: 'copy', icon: Copy, label: 'Copy the words', onClick: fn() }],
  },
};
export const OnlyMore: Story = { args: { ...ReadOnly.args, actions: [] } };
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', dir: 'rtl' },
  args: { label: 'إجراءات', reactLabel: 'اختر رمزًا', moreLabel: 'المزيد' },
};
