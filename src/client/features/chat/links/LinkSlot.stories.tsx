import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { mediaIdOf } from '#testing/sampleMedia.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedLink } from '../model/FeedItem.ts';
import { LinkSlot } from './LinkSlot.tsx';

const link: FeedLink = {
  u: 'https://rumahpadi.example/rooms',
  t: 'Rumah Padi, a guesthouse in the rice terraces',
  x: 'Six rooms, shared kitchen, bicycles for guests. Twenty minutes from the station.',
  p: mediaIdOf('rumahpadi'),
};
const { p: _p, ...bare } = link;
const { x: _x, ...titleAlone } = bare;

function Stage({ link: shown }: { link: FeedLink }) {
  const look = useSampleLook();
  return (
    <div
      data-testid="bubble"
      className="flow-root w-80 overflow-hidden rounded-bubble bg-bubble-other px-[13px] py-[7px] [--plane:var(--bubble-other)]"
    >
      <LinkSlot link={shown} look={look} tabIndex={0} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/LinkSlot',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'sunken' },
  args: { link },
  /** The card has exactly the room that was held for it, whatever of it is there. */
  async play({ args, canvas }) {
    const card = await canvas.findByRole('link', { name: new RegExp(args.link.t) });
    const slot = canvas.getByTestId('bubble').firstElementChild;
    await expect(card.getBoundingClientRect().height).toBe(slot?.getBoundingClientRect().height);
    await expect(card.scrollHeight).toBeLessThanOrEqual(card.clientHeight + 1);
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Whole: Story = {};
export const NoPicture: Story = { args: { link: bare } };
export const TitleAlone: Story = { args: { link: titleAlone } };
export const LargeText: Story = { parameters: { textScale: 1.4 } };
