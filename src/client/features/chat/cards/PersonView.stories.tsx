import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { personKind } from '#domain/chatTraits.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { contentLine } from '#testing/contentLine.ts';
import { LineStage } from '#testing/LineStage.tsx';
import { sampleCards, sampleContact, sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedContent } from '../model/FeedItem.ts';

const [friend, stranger] = sampleCards as [(typeof sampleCards)[number], (typeof sampleCards)[number]];
const personOf = (card: { id: number; name: string; handle?: string | undefined }): FeedContent => ({
  k: personKind,
  b: { u: card.id, x: card.name, h: card.handle ?? 'nobody' },
});

const meta: Meta<typeof LineStage> = {
  title: 'features/chat/PersonView',
  component: LineStage,
  parameters: { plane: 'sunken' },
  decorators: [
    withServices({
      users: sampleCards,
      contacts: [sampleContact(friend), sampleContact(stranger, contactState.removed)],
    }),
  ],
  args: { item: contentLine(personOf(friend)), on: { say: fn() } },
};
export default meta;
type Story = StoryObj<typeof LineStage>;

export const Friend: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: `Chat with ${friend.name}` })).toBeVisible();
    await expect(canvas.getByRole('link', { name: `Profile of ${friend.name}` })).toHaveAttribute(
      'href',
      `/friends/${friend.id}`,
    );
  },
};
export const FriendOwn: Story = { args: { item: contentLine(personOf(friend), true) } };
export const Stranger: Story = {
  args: { item: contentLine(personOf(stranger)) },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: `Add friend: ${stranger.name}` }));
    await expect(args.on?.say).toHaveBeenCalledWith(`${stranger.name} is your friend now.`);
    await expect(await canvas.findByRole('button', { name: `Chat with ${stranger.name}` })).toBeVisible();
  },
};
export const Me: Story = {
  args: { item: contentLine(personOf(sampleMe)) },
  async play({ canvas }) {
    await expect(await canvas.findByText('This is you')).toBeVisible();
  },
};
/** Nobody has seen this account yet: name and handle are those that were sent. */
export const Unknown: Story = {
  args: {
    item: contentLine(
      personOf({ id: 77, name: 'Somebody with a name that is long, very long', handle: 'a'.repeat(30) }),
    ),
  },
};
export const Korean: Story = { globals: { language: 'ko' } };
