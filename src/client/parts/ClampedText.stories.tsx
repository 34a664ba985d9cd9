import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ClampedText } from './ClampedText.tsx';
import type { ClampedTextProps } from './ClampedText.tsx';

const RECIPE = [
  'Sambal matah untuk enam orang, resep Bude Rini:',
  '12 bawang merah, iris tipis sekali',
  '4 batang serai, hanya bagian putihnya',
  '10 cabai rawit, boleh kurang kalau ada anak-anak',
  '3 lembar daun jeruk tanpa tulangnya',
  '1 sendok teh terasi bakar',
  'Garam dan sedikit gula',
  '6 sendok minyak kelapa panas',
  'Campur semua yang kering lebih dulu dan remas perlahan.',
  'Panaskan minyak sampai hampir berasap, siramkan, lalu aduk cepat.',
  'Peras jeruk limau paling akhir supaya tidak pahit.',
  'Diamkan sepuluh menit.',
  'Enak dengan ikan bakar, tahu, atau nasi hangat saja.',
  'Sisanya tahan dua hari di kulkas.',
].join('\n');

const meta = {
  title: 'parts/ClampedText',
  component: ClampedText,
  parameters: { width: 340 },
  args: {
    text: RECIPE,
    children: null,
    showAll: (hidden: number) => (hidden > 0 ? `More, ${hidden} paragraphs` : 'More'),
    tabIndex: 0,
    onOpen: fn(),
  },
  render: (args: ClampedTextProps) => (
    <div dir="auto" className="whitespace-pre-wrap">
      <ClampedText {...args}>{args.text}</ClampedText>
    </div>
  ),
} satisfies Meta<typeof ClampedText>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Closed: Story = {};
export const Opens: Story = {
  play: async ({ args, canvasElement }) => {
    const before = canvasElement.scrollHeight;
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^More, [1-9]\d* paragraphs$/u }));
    await expect(args.onOpen).toHaveBeenCalledOnce();
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
    await expect(canvasElement.scrollHeight).toBeGreaterThan(before);
  },
};
export const InitiallyOpen: Story = { args: { isInitiallyOpen: true } };
export const Short: Story = { args: { text: 'Pakai cabai rawit dari kebun, jangan yang beku.' } };
/** Long enough to be measured, short enough to stay whole. */
export const JustFits: Story = {
  args: { text: 'Bring the blue thermos, the long rope and two torches; the others take care of food. '.repeat(3) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};
export const ThreeLines: Story = {
  args: {
    lines: 3,
    text: 'Nanti kita kumpul di depan stasiun, dekat penjual bunga, jam enam lewat sedikit. '.repeat(2),
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button')).toBeVisible();
  },
};
/** One paragraph without a break: no number to tell. */
export const OneParagraph: Story = {
  args: { text: '朝の市場でしか買えない小さな桃を、母が箱いっぱい送ってくれました。'.repeat(14) },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'More' })).toBeVisible();
  },
};
export const Focus: Story = {
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const LargeText: Story = { parameters: { width: 340, textScale: 1.4 } };
export const RightToLeft: Story = {
  parameters: { width: 340, dir: 'rtl' },
  args: {
    text: Array.from({ length: 15 }, (_, index) => `${index + 1}. بصل مفروم وليمون وقليل من الملح`).join('\n'),
    showAll: (hidden) => `المزيد، ${hidden} فقرات`,
  },
};
