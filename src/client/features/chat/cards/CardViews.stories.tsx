import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { personKind, placeKind } from '#domain/chatTraits.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { sampleCards, sampleContact, sampleMe } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedContent, FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { MessageLine } from '../lines/MessageLine.tsx';

type StageProps = { content: FeedContent; own: boolean; more: Partial<LineLook>; onSay: (text: string) => void };

/** A card in the line of a conversation. */
function Stage({ content, own, more, onSay }: StageProps) {
  const base = useSampleLook(more);
  const look = { ...base, on: { ...base.on, say: onSay } };
  const item: FeedItem = {
    ...sampleLine('group', own ? 'group picture' : '車票錢'),
    ...{
      key: 'card',
      position: 'single',
      text: typeof content.b['x'] === 'string' ? content.b['x'] : '',
      mentions: [],
      replyTo: undefined,
      content,
    },
  };
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      <MessageLine item={item} look={look} place={1} total={1} isActive isFound={false} />
    </div>
  );
}

const [friend, stranger] = sampleCards as [(typeof sampleCards)[number], (typeof sampleCards)[number]];
const personOf = (card: { id: number; name: string; handle?: string | undefined }): FeedContent => ({
  k: personKind,
  b: { u: card.id, x: card.name, h: card.handle ?? 'nobody' },
});
const place = (more: object = {}): FeedContent => ({
  k: placeKind,
  b: { la: -7.79558, lo: 110.36949, ac: 12, x: 'Stasiun Tugu, pintu timur', ...more },
});

const meta: Meta<typeof Stage> = {
  title: 'features/chat/Cards',
  component: Stage,
  parameters: { plane: 'sunken' },
  decorators: [
    withServices({
      users: sampleCards,
      contacts: [sampleContact(friend), sampleContact(stranger, contactState.removed)],
    }),
  ],
  args: { content: personOf(friend), own: false, more: {}, onSay: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Friend: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: `Chat with ${friend.name}` })).toBeVisible();
    await expect(canvas.getByRole('link', { name: `Profile of ${friend.name}` })).toHaveAttribute(
      'href',
      `/friends/${friend.id}`,
    );
  },
};
export const FriendOwn: Story = { args: { own: true } };
export const Stranger: Story = {
  args: { content: personOf(stranger) },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: `Add friend: ${stranger.name}` }));
    await expect(args.onSay).toHaveBeenCalledWith(`${stranger.name} is your friend now.`);
    await expect(await canvas.findByRole('button', { name: `Chat with ${stranger.name}` })).toBeVisible();
  },
};
export const Me: Story = {
  args: { content: personOf(sampleMe) },
  async play({ canvas }) {
    await expect(await canvas.findByText('This is you')).toBeVisible();
  },
};
/** Nobody has seen this account yet: name and handle are those that were sent. */
export const Unknown: Story = {
  args: { content: personOf({ id: 77, name: 'Somebody with a name that is long, very long', handle: 'a'.repeat(30) }) },
};
export const Place: Story = {
  args: { content: place() },
  async play({ canvas, canvasElement, userEvent }) {
    await expect(await canvas.findByText(/7\.79558° S, 110\.36949° E/, {}, { timeout: 10_000 })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Open map/ }));
    const page = within(canvasElement.ownerDocument.body);
    await expect(await page.findByRole('alertdialog', { name: 'Open openstreetmap.org?' })).toBeVisible();
  },
};
export const PlaceOwn: Story = { args: { content: place(), own: true } };
export const PlaceUnnamed: Story = {
  args: { content: place({ x: undefined, ac: 4_200, la: 60.16988, lo: -24.9384 }) },
};
export const PlaceBroken: Story = { args: { content: { k: placeKind, b: { la: 'here' } } } };
export const Phone: Story = { args: { content: place() }, parameters: { width: 360 } };
export const RightToLeft: Story = { args: { content: place() }, parameters: { dir: 'rtl' } };
export const Japanese: Story = { args: { content: place() }, globals: { language: 'ja' } };
export const Indonesian: Story = { args: { content: place() }, globals: { language: 'id' } };
export const Korean: Story = { globals: { language: 'ko' } };
export const Chinese: Story = { args: { content: place() }, globals: { language: 'zh-TW' } };
