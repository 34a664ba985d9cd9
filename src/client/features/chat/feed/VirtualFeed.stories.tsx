import type { Meta, StoryObj } from '@storybook/react-vite';
import { FeedSizes } from './feedRange.ts';
import { VirtualFeed, type FeedEntry } from './VirtualFeed.tsx';

type Line = FeedEntry & { text: string };

const words = [
  'Sudah di peron 3, gerbong paling depan',
  '切符、全員ぶん受け取ったよ',
  '간식은 제가 가져갈게요. 귤이랑 떡이랑 따뜻한 차까지 챙겼으니 아침은 굶고 오셔도 됩니다!',
  '我十分鐘後到',
  'Window seats for the two of you 🚃',
];
const lines = (count: number): Line[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `m${index}`,
    day: `2025-10-${String(1 + Math.floor(index / 40)).padStart(2, '0')}`,
    isOwn: index % 5 === 4,
    text: `${index + 1} · ${words[index % words.length]}`,
  }));

const meta: Meta<typeof VirtualFeed<Line>> = {
  title: 'features/chat/VirtualFeed',
  component: VirtualFeed<Line>,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[560px] bg-surface-sunken text-ink [--plane:var(--surface-sunken)]">
        <Story />
      </div>
    ),
  ],
  args: {
    items: lines(5),
    label: 'Jogja bareng 🛵',
    opensAt: 'end',
    isEndReal: true,
    renderSection: (day) => <p className="sticky top-0 py-2 text-center text-12 text-ink-soft">{day}</p>,
    renderItem: ({ text, isOwn }) => (
      <article tabIndex={-1} className={isOwn ? 'py-1 ps-20 text-end' : 'py-1 pe-20'}>
        {text}
      </article>
    ),
  },
  render: (args) => <VirtualFeed {...args} sizes={new FeedSizes()} />,
};
export default meta;
type Story = StoryObj<typeof VirtualFeed<Line>>;

/** Less than a screenful stands at the lower edge. */
export const Few: Story = {};
export const Empty: Story = { args: { items: [] } };
export const WithHeadAndFoot: Story = {
  args: {
    head: <p className="py-3 text-center text-13 text-ink-soft">Loading earlier messages</p>,
    foot: <p className="py-1 text-13 text-ink-soft">윤하늘 is typing</p>,
    isBusy: true,
  },
};
/** Only the lines near the view are in the page. */
export const Thousand: Story = {
  args: { items: lines(1_000) },
  async play({ canvas, canvasElement }) {
    await canvas.findByText(/^1000 ·/);
    const drawn = canvasElement.querySelectorAll('article').length;
    if (drawn > 120) throw new Error(`${drawn} lines are in the page`);
  },
};
/** Opens around a line that somebody looked for. */
export const InTheMiddle: Story = {
  args: { items: lines(1_000), opensAt: { key: 'm500', place: 'center' }, isEndReal: false },
  async play({ canvas }) {
    await canvas.findByText(/^501 ·/);
  },
};
export const LargeText: Story = { args: { items: lines(60) }, parameters: { textScale: 1.4 } };
export const RightToLeft: Story = { args: { items: lines(60) }, parameters: { dir: 'rtl' } };
