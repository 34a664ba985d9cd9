import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sampleThread } from '#testing/sampleThreads.ts';
import { withServices } from '#testing/withServices.tsx';
import { ThreadHead } from './ThreadHead.tsx';

const meta: Meta<typeof ThreadHead> = {
  title: 'features/chat/ThreadHead',
  component: ThreadHead,
  decorators: [withServices({})],
  parameters: { plane: 'none', width: 340 },
  args: { chat: sampleThread, place: 'Jogja bareng 🛵', backHref: '/chats/2001', onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof ThreadHead>;

export const Followed: Story = {
  async play({ canvas, userEvent, args }) {
    await expect(canvas.getByRole('button', { name: 'Tell me about new replies' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Close the thread' }));
    await expect(args.onClose).toHaveBeenCalled();
  },
};
const { fo: _fo, ...stranger } = sampleThread.me;
export const NotFollowed: Story = { args: { chat: { ...sampleThread, me: stranger } } };
export const Muted: Story = { args: { chat: { ...sampleThread, me: { ...sampleThread.me, mu: 4_102_444_800_000 } } } };
export const Empty: Story = { args: { chat: { ...sampleThread, head: { ...sampleThread.head, n: 0 } } } };
/** Not on this device yet. */
export const Loading: Story = { args: { chat: undefined } };
export const KoreanLargeTextPhone: Story = {
  globals: { language: 'ko', viewport: { value: 'phone' } },
  parameters: { textScale: 1.4 },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
