import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { jogja, jogjaWindow, sampleChats, sampleSeed } from '#testing/sampleChats.ts';
import { sampleThread, threadId, threadWindow } from '#testing/sampleThreads.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppShell } from './AppShell.tsx';
import { ChatsScreen } from './ChatsScreen.tsx';

const seed = {
  ...sampleSeed,
  health: {},
  chats: [...sampleChats, sampleThread],
  windows: [jogjaWindow, threadWindow],
} satisfies FakeSeed;

const meta: Meta<typeof ChatsScreen> = {
  title: 'screens/Thread',
  component: ChatsScreen,
  decorators: [withServices(seed, `/chats/${jogja}/t/${threadId}`)],
  parameters: { plane: 'none' },
  args: { chatId: jogja, thread: threadId },
  render: (args) => (
    <AppShell>
      <ChatsScreen {...args} />
    </AppShell>
  ),
  async play({ canvas }) {
    const panel = within(await canvas.findByRole('complementary'));
    await panel.findByRole('textbox');
    await panel.findByRole('article', { name: /可以，我去夜市/u });
    const list = canvas.queryByRole('navigation', { name: 'Chats' });
    if (list) await within(list).findAllByRole('link');
  },
};
export default meta;
type Story = StoryObj<typeof ChatsScreen>;

export const Desk: Story = { globals: { viewport: { value: 'desk' } } };
export const Tablet: Story = { globals: { viewport: { value: 'tablet' } } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
const old = 20 * 86_400_000;
const over = {
  ...sampleThread,
  bump: sampleThread.bump - old,
  head: { ...sampleThread.head, b: sampleThread.bump - old },
};
/** Nobody wrote in it for two weeks. */
export const Over: Story = {
  parameters: {
    seed: {
      ...seed,
      chats: [...sampleChats, over],
      windows: [jogjaWindow, { ...threadWindow, chat: over }],
    } satisfies FakeSeed,
  },
  globals: { viewport: { value: 'desk' } },
  async play({ canvas }) {
    const panel = within(await canvas.findByRole('complementary'));
    await panel.findByText(/nobody wrote in it for 14 days/);
    await expect(panel.queryByRole('textbox')).toBeNull();
  },
};
/** What is on the device is read and written in without a network too. */
export const Offline: Story = {
  parameters: { seed: { ...seed, health: { status: { phase: 'backoff', clockOffset: 0 } } } satisfies FakeSeed },
  globals: { viewport: { value: 'desk' } },
};
export const JapaneseLargeTextPhone: Story = {
  globals: { language: 'ja', viewport: { value: 'phone' } },
  parameters: { textScale: 1.4 },
  async play({ canvas }) {
    await canvas.findByRole('article', { name: /可以，我去夜市/u });
  },
};
