import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { BubbleText } from './BubbleText.tsx';

const bubble = (Story: () => React.ReactNode) => (
  <div
    dir="auto"
    className="max-w-[320px] rounded-bubble bg-bubble-other px-[13px] py-[7px] whitespace-pre-wrap text-ink shadow-bubble"
  >
    <Story />
  </div>
);
const meta = {
  title: 'parts/BubbleText',
  component: BubbleText,
  parameters: { plane: 'sunken' },
  args: { text: 'Raketku ketinggalan di mobilmu, ya?', tabIndex: 0 },
  decorators: [bubble],
} satisfies Meta<typeof BubbleText>;
export default meta;
type Story = StoryObj<typeof meta>;

const MENTIONS = [{ name: 'Ingrid' }, { name: 'さくら', isMe: true }];

export const Words: Story = {};
export const Lines: Story = { args: { text: 'Milk\nRice\n\nAnd the small batteries' } };
export const Empty: Story = { args: { text: '' } };
/** The full stop belongs to the sentence. A link opens outside and says nothing of where it came from. */
export const Link: Story = {
  args: { text: 'The court is booked here: https://courts.example/tuesday?hall=2.' },
  play: async ({ canvasElement }) => {
    const link = within(canvasElement).getByRole('link', { name: 'https://courts.example/tuesday?hall=2' });
    await expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  },
};
export const LinkFocus: Story = {
  ...Link,
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
/** Outside the message its links are no tab stops. */
export const LinkAtRest: Story = { args: { ...Link.args, tabIndex: -1 } };
export const Mentions: Story = {
  args: { text: '@Ingrid saw it first, ask @さくら. Nobody is called @Budi.', mentions: MENTIONS },
};
/** On one's own bubble the same colours must still be read. */
export const OnOwnBubble: Story = {
  args: { text: '@さくら https://photos.example/ふゆ', mentions: MENTIONS },
  decorators: [
    (Story) => (
      <div className="-mx-[13px] -my-[7px] rounded-bubble bg-bubble-own px-[13px] py-[7px] text-bubble-own-ink">
        <Story />
      </div>
    ),
  ],
};
export const VeryLong: Story = {
  args: { text: `https://maps.example/${'jalan-panjang-tanpa-spasi'.repeat(8)}\n${'ヤッター'.repeat(30)}` },
};
export const Languages: Story = {
  args: {
    text: '体育館は２時までだって。\n체육관은 두 시까지래요.\n體育館只開到兩點喔。\nGedungnya tutup jam dua.',
  },
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', dir: 'rtl' },
  args: { text: 'الملعب محجوز هنا https://courts.example/tuesday و @Ingrid تعرف الطريق.', mentions: MENTIONS },
};
