import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { knownOriginal } from '#testing/knownOriginal.ts';
import { localRow } from '#testing/localRows.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { AboveSlot } from './AboveSlot.tsx';

const knowing = {
  originals: knownOriginal(localRow(3, { b: { x: 'Sudah kupesan 14 kursi, satu gerbong semua 🚃' } })),
};
const line = sampleLine('group', '車票錢');

function Stage({ item }: { item: FeedItem }) {
  const look = useSampleLook(knowing);
  return (
    <div
      data-testid="bubble"
      className="flow-root w-80 rounded-bubble bg-bubble-other px-3.5 [--plane:var(--bubble-other)]"
    >
      <AboveSlot item={item} look={look} tabIndex={0} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/AboveSlot',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { item: { ...line, replyTo: 3 } },
  /** The room that is held until the code is there is what is drawn in it: no line of the conversation moves. */
  async play({ canvas, parameters }) {
    // Edges of what is drawn lie inside the bubble, and outside the slot.
    const bubble = canvas.getByTestId('bubble');
    const slot = bubble.firstElementChild as HTMLElement;
    await waitFor(() => expect(slot).not.toBeEmptyDOMElement());
    const px = (name: string) => Number.parseFloat(slot.style.getPropertyValue(name));
    const held = px('--above-l') * (Number(parameters['textScale']) || 1) + px('--above-e');
    await expect(Math.abs(bubble.getBoundingClientRect().height - held)).toBeLessThanOrEqual(2);
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Reply: Story = {};
export const Forwarded: Story = { args: { item: { ...line, forwarded: { n: '青島みのり' } } } };
export const ForwardedReply: Story = { args: { item: { ...line, replyTo: 3, forwarded: {} } } };
export const LargeText: Story = { parameters: { textScale: 1.4 } };
