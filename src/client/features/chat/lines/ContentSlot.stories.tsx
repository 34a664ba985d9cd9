import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { mediaKind, personKind, placeKind, pollKind, stickerKind } from '#domain/chatTraits.ts';
import { contentLine } from '#testing/contentLine.ts';
import { sampleFile, samplePhoto, sampleVoice } from '#testing/sampleMedia.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedContent } from '../model/FeedItem.ts';
import { ContentSlot } from './ContentSlot.tsx';
import { contentViews } from './contentViews.ts';

type StageProps = { content: FeedContent };

function Stage({ content }: StageProps) {
  const look = useSampleLook();
  const view = contentViews[content.k];
  return (
    <div
      data-testid="bubble"
      className="w-80 overflow-hidden rounded-bubble bg-bubble-other [--plane:var(--bubble-other)]"
    >
      {view && <ContentSlot view={view} content={content} item={contentLine(content)} look={look} tabIndex={0} />}
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ContentSlot',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'sunken' },
  args: { content: { k: personKind, b: { u: 1_002, x: '青島みのり', h: 'minori' } } },
  /** The room that is held until the code of a kind is there is what its view then takes, to within a line: what stands below hardly moves. */
  async play({ args, canvas }) {
    const slot = canvas.getByTestId('bubble').firstElementChild as HTMLElement;
    await waitFor(() => expect(slot).not.toBeEmptyDOMElement());
    const held = contentViews[args.content.k]?.room(args.content) ?? 0;
    await expect(Math.abs(slot.getBoundingClientRect().height - held)).toBeLessThanOrEqual(22);
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Person: Story = {};
export const Place: Story = {
  args: { content: { k: placeKind, b: { la: -7.79558, lo: 110.36949, ac: 12, x: 'Stasiun Tugu, pintu timur' } } },
};
export const Poll: Story = {
  args: { content: { k: pollKind, b: { x: 'Makan malam di mana?', o: ['Gudeg Bu Lastri', '夜市', 'Masak sendiri'] } } },
};
export const Photo: Story = { args: { content: { k: mediaKind, b: { f: [samplePhoto('merapi')] } } } };
export const FilesAndVoice: Story = {
  args: { content: { k: mediaKind, b: { f: [sampleFile('budget.xlsx'), sampleVoice('ferry')] } } },
};
export const Sticker: Story = { args: { content: { k: stickerKind, b: { p: 'tika', s: 'love' } } } };
