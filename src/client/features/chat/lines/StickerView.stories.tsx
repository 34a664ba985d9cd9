import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { stickerKind } from '#domain/chatTraits.ts';
import { stickerPacks } from '#domain/stickerPacks.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { FeedLine } from './FeedLine.tsx';

type StageProps = { bodies: readonly { p: string; s: string }[]; own?: boolean };

/** Stickers in the lines of a conversation. */
function Stage({ bodies, own = false }: StageProps) {
  const look = useSampleLook();
  const base = sampleLine('group', '車票錢');
  return (
    <div role="feed" aria-label="Stickers" aria-busy={false} className="flex flex-col gap-2">
      {bodies.map((b, index) => {
        const content = { k: stickerKind, b };
        const item: FeedItem = { ...base, key: `m${index}`, isOwn: own, text: '', mentions: [], content };
        return (
          <FeedLine
            key={item.key}
            item={item}
            look={look}
            place={index + 1}
            total={bodies.length}
            isActive={false}
            isFound={false}
          />
        );
      })}
    </div>
  );
}

const all = stickerPacks.tika.map((s) => ({ p: 'tika', s }));
const two = all.slice(0, 2);

const meta: Meta<typeof Stage> = {
  title: 'features/chat/StickerView',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { bodies: two },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Whole: Story = {
  args: { bodies: all },
  async play({ canvasElement, canvas }) {
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-sticker]')).toHaveLength(12));
    // The line says it in one sentence, without anybody going into it.
    await canvas.findByRole('article', { name: /Sticker: Tika hugs a heart/ });
  },
};
export const Own: Story = { args: { own: true } };
/** A pack of a later version. */
export const Unknown: Story = {
  args: {
    bodies: [
      { p: 'later', s: 'party' },
      { p: 'tika', s: 'party' },
    ],
  },
  async play({ canvas }) {
    await expect(await canvas.findAllByText(/newer version/)).toHaveLength(2);
  },
};
export const Phone: Story = { parameters: { width: 360 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const Indonesian: Story = { globals: { language: 'id' } };
export const Japanese: Story = {
  globals: { language: 'ja' },
  async play({ canvas }) {
    await canvas.findByRole('img', { name: '花束を抱えておじぎするティカ' });
  },
};
export const Korean: Story = { globals: { language: 'ko' } };
export const Chinese: Story = { globals: { language: 'zh-TW' } };
