import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { useServices } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { jogjaWindow, sampleSeed } from '#testing/sampleChats.ts';
import { threadRoot } from '#testing/sampleThreads.ts';
import { withServices } from '#testing/withServices.tsx';
import { ThreadRoot, type ThreadRootProps } from './ThreadRoot.tsx';

function Stage({ state, ...props }: Omit<ThreadRootProps, 'window'> & { state: ChatWindowState }) {
  const services = useServices();
  const [window] = useState(() => services.openChat(state.c));
  return (
    <div className="flex h-dvh flex-col">
      <ThreadRoot {...props} window={window} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ThreadRoot',
  component: Stage,
  decorators: [withServices({ ...sampleSeed, windows: [jogjaWindow] })],
  parameters: { plane: 'none', width: 340 },
  args: { state: jogjaWindow, seq: threadRoot, onShow: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Text: Story = {
  async play({ canvas, userEvent, args }) {
    await canvas.findByText(/Makan malam pertama/u);
    await userEvent.click(canvas.getByRole('button', { name: 'Show in the chat' }));
    await expect(args.onShow).toHaveBeenCalled();
  },
};
export const Own: Story = { args: { seq: 7 } };
export const Unsent: Story = { args: { seq: 9 } };
/** Not on this device, and no network to ask. */
export const Away: Story = { args: { seq: 900 } };
export const LargeTextRightToLeft: Story = { parameters: { textScale: 1.4, dir: 'rtl' } };
