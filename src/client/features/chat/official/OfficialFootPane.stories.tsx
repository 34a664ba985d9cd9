import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { emptyChatWindow, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { useServices } from '#client/context.ts';
import { officialChat, officialWindow } from '#testing/sampleAppCards.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { OfficialFootPane } from './OfficialFootPane.tsx';

const seedOf = (chat: typeof officialChat, window: ChatWindowState): FakeSeed => ({ chats: [chat], windows: [window] });

/** The foot of the sample chat, as the services of the story have it. */
function Stage() {
  const services = useServices();
  const [window] = useState(() => services.openChat(officialChat.c));
  return <OfficialFootPane window={window} />;
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/OfficialFootPane',
  component: Stage,
  decorators: [withServices(seedOf(officialChat, officialWindow))],
  parameters: { plane: 'sunken' },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Loud: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Mute' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Unmute' }));
    await canvas.findByRole('button', { name: 'Mute' });
    await expect(canvas.getByRole('link', { name: 'What it knows about me' })).toHaveAttribute(
      'href',
      '/apps/antre/passport',
    );
  },
};
/** Nothing of it is on this device yet: which app writes is not known. */
export const NoMessages: Story = {
  parameters: {
    seed: seedOf(officialChat, { ...emptyChatWindow(officialChat.c), loaded: true, chat: officialChat, atStart: true }),
  },
  async play({ canvas }) {
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};
export const Muted: Story = {
  parameters: {
    seed: seedOf({ ...officialChat, me: { ...officialChat.me, mu: 4_102_444_800_000 } }, officialWindow),
  },
};
export const IndonesianLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
