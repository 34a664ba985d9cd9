import { readCardHead } from '#domain/readCardHead.ts';
import type { CardBody } from '#protocol/entities/appCards.ts';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { giftCard, queueCard } from '#testing/sampleAppCards.ts';
import { sampleAppAnswers } from '#testing/sampleApps.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from './LineLook.ts';
import { MessageLine } from './MessageLine.tsx';

type StageProps = { item: FeedItem; more: Partial<LineLook>; isFound: boolean };

function Stage({ item, more, isFound }: StageProps) {
  const look = useSampleLook(more);
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      <MessageLine item={item} look={look} place={1} total={1} isActive isFound={isFound} />
    </div>
  );
}

const own: FeedItem = { ...sampleLine('group', 'group picture'), position: 'single' };
const other: FeedItem = { ...sampleLine('group', '車票錢'), position: 'single' };
const waiting = sampleLine('group', 'thermos');

const meta: Meta<typeof Stage> = {
  title: 'features/chat/MessageLine',
  component: Stage,
  parameters: { plane: 'sunken' },
  // Cards ask for the names of their apps.
  decorators: [withServices({ answers: sampleAppAnswers })],
  args: { item: other, more: {}, isFound: false },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Other: Story = {};
export const OwnRead: Story = { args: { item: own } };
export const OwnSent: Story = { args: { item: own, more: { receipts: [] } } };
export const OwnReadDirect: Story = { args: { item: own, more: { isDm: true, peerRead: 99 } } };
export const Waiting: Story = { args: { item: waiting } };
/** Not sent: why, and what can be done. */
export const Failed: Story = { args: { item: sampleLine('group', 'packing list') } };
/** The server keeps it for a moderator. */
export const HeldForReview: Story = {
  args: { item: { ...waiting, entry: waiting.entry && { ...waiting.entry, state: 'acked', held: 1 } } },
};
const refused = sampleLine('group', 'packing list');
/** The filter says which of the own words it was. */
export const Filtered: Story = {
  args: {
    item: {
      ...refused,
      entry: refused.entry && { ...refused.entry, err: 'FILTERED', why: { r: 'phrase', x: 'packing list' } },
    },
  },
};
/** Every other verdict of the filter, in its own words. */
const verdict = (r: 'link' | 'invite' | 'flood' | 'newLinks' | 'spam'): Story => ({
  args: { item: { ...refused, entry: refused.entry && { ...refused.entry, err: 'FILTERED', why: { r } } } },
});
export const FilteredLink: Story = verdict('link');
export const FilteredInvite: Story = verdict('invite');
export const FilteredFlood: Story = verdict('flood');
export const FilteredNewMember: Story = verdict('newLinks');
export const FilteredNoise: Story = verdict('spam');
export const Rejected: Story = {
  args: { item: { ...refused, entry: refused.entry && { ...refused.entry, err: 'FILTERED', why: { r: 'rejected' } } } },
};
export const TooOld: Story = { args: { item: { ...waiting, entry: waiting.entry && { ...waiting.entry, old: 1 } } } };
export const Edited: Story = { args: { item: sampleLine('group', 6) } };
export const Unsent: Story = { args: { item: sampleLine('group', 9) } };
export const Reactions: Story = { args: { item: sampleLine('group', '14 kursi') } };
export const NamesMe: Story = { args: { item: sampleLine('group', '@Dewi Larasati') } };
export const LoneEmoji: Story = { args: { item: sampleLine('group', '🚃✨') } };
/** What a mini-app shows, from somebody else and from me. */
const headOf = (body: CardBody) => readCardHead(body);
const cardItem: FeedItem = { ...other, key: 'card', text: queueCard.x, card: headOf(queueCard) };
export const Card: Story = { args: { item: cardItem } };
export const CardOwn: Story = { args: { item: { ...own, key: 'own card', text: giftCard.x, card: headOf(giftCard) } } };
const offline = { isLive: false };
export const CardOffline: Story = { args: { item: cardItem, more: offline } };
const app = { isOfficial: true };
export const CardOfAnApp: Story = { args: { item: cardItem, more: app } };
/** What is at the link of a text. */
const linkItem: FeedItem = {
  ...other,
  key: 'link',
  text: 'Look, the house: https://rumahpadi.example/',
  link: {
    u: 'https://rumahpadi.example/',
    t: 'Rumah Padi, a guesthouse in the rice terraces',
    x: 'Six rooms, shared kitchen, bicycles for guests.',
    p: 'AAAAAAAAAAAAAAAAAAAAAA',
    w: 640,
    h: 320,
  },
};
const withLinks = { showsLinks: true };
const seesCard: Story['play'] = async ({ canvas }) => {
  await canvas.findByRole('link', { name: /^Link: Rumah Padi/ });
};
export const LinkCard: Story = { args: { item: linkItem, more: withLinks }, play: seesCard };
export const LinkCardOwn: Story = {
  args: {
    item: { ...own, key: 'own link', text: linkItem.text, link: { u: 'https://rumahpadi.example/', t: 'Rumah Padi' } },
    more: withLinks,
  },
  play: seesCard,
};
/** Who wants no cards sees none. */
export const LinkCardOff: Story = {
  args: { item: linkItem },
  async play({ canvas }) {
    await canvas.findByRole('article');
    if (canvas.queryByRole('link', { name: /^Link:/ })) throw new Error('a card is shown');
  },
};
export const MailAndPhone: Story = {
  args: { item: { ...other, key: 'reach', text: 'Write to rumah@padi.example or call +62 812-3456-7890.' } },
};
export const VeryLong: Story = { args: { item: sampleLine('direct', '집에 오는 길') } };
export const Found: Story = { args: { isFound: true } };
/** The toolbar is made when a pointer comes. */
export const Hover: Story = {
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
  async play({ canvas, userEvent }) {
    await userEvent.hover(await canvas.findByRole('article'));
    await canvas.findByRole('button', { name: 'React with ❤️' });
  },
};
/** Who may no longer write cannot react either: copying is what is left. */
export const ReadOnly: Story = {
  ...Hover,
  args: { more: { canWrite: false } },
  async play({ canvas, userEvent }) {
    await userEvent.hover(await canvas.findByRole('article'));
    await canvas.findByRole('button', { name: 'Copy text' });
    if (canvas.queryByRole('button', { name: 'React' })) throw new Error('a reader can react');
  },
};
export const IndonesianLargeText: Story = {
  args: { item: sampleLine('group', 'packing list') },
  parameters: { width: 360, textScale: 1.4 },
  globals: { language: 'id' },
};
export const RightToLeft: Story = { args: { item: { ...own, text: 'نلتقي عند المحطة' } }, parameters: { dir: 'rtl' } };
