import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect } from 'storybook/test';
import { useServices } from '#client/context.ts';
import type { FakeServices } from '#testing/fakeServices.ts';
import { jogjaWindow } from '#testing/sampleChats.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import { ConfirmSlot } from './ConfirmSlot.tsx';

const used: { services?: FakeServices } = {};
const here = { c: jogjaWindow.c };

function Stage({ item }: { item: FeedItem }) {
  const look = useSampleLook(here);
  const services = useServices() as FakeServices;
  useEffect(() => {
    used.services = services;
  }, [services]);
  return (
    <div data-testid="below" className="w-80">
      <ConfirmSlot item={item} look={look} tabIndex={0} />
    </div>
  );
}

const asked: FeedItem = { ...sampleLine('group', '車票錢'), isAsking: true };
const meta: Meta<typeof Stage> = {
  title: 'features/chat/ConfirmSlot',
  component: Stage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({ chats: jogjaWindow.chat ? [jogjaWindow.chat] : [] })],
  args: { item: asked },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** It is as high as the room that is held for it; a press is on its way at once. */
export const Asked: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Confirm' }));
    await expect(used.services?.calls).toContainEqual({
      name: 'setVote',
      input: { c: jogjaWindow.c, s: asked.seq, o: [0] },
    });
    await expect(canvas.getByTestId('below').getBoundingClientRect().height).toBe(44);
  },
};
export const Own: Story = {
  args: { item: { ...sampleLine('group', 'group picture'), isAsking: true } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Remind the rest' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Confirm' })).toBeNull();
  },
};
