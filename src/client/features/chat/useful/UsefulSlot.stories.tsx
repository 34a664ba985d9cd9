import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { FeedItem } from '#client/features/chat/model/FeedItem.ts';
import { LineStage } from '#testing/LineStage.tsx';
import { sampleLine } from '#testing/sampleLine.ts';
import { withServices } from '#testing/withServices.tsx';
import { mayBeUseful } from './UsefulSlot.tsx';

/** A message of somebody else with these words. */
const saying = (text: string): FeedItem => ({
  ...sampleLine('group', '車票錢'),
  ...{ key: 'useful', position: 'single', text, mentions: [], replyTo: undefined },
});

const meta: Meta<typeof LineStage> = {
  title: 'features/chat/UsefulSlot',
  component: LineStage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({})],
  args: { item: saying('Review on 14 November, 17:42, at 221B Baker Street. Bring the notes!') },
};
export default meta;
type Story = StoryObj<typeof LineStage>;

/** The words stand there from the first moment on, and none of them moves when some can be pressed. */
const comes = (...wanted: readonly string[]): Pick<Story, 'play'> => ({
  async play({ args, canvas }) {
    const line = await canvas.findByRole('article');
    await expect(line).toHaveTextContent(args.item.text);
    const before = line.getBoundingClientRect().height;
    for (const name of wanted) await canvas.findByRole('button', { name });
    await expect(line).toHaveTextContent(args.item.text);
    await expect(line.getBoundingClientRect().height).toBe(before);
  },
});

export const DayAndAddress: Story = comes('14 November, 17:42', '221B Baker Street');
/** A number alone is neither a day nor an address: the words stay as they are. */
export const NothingFound: Story = {
  args: { item: saying('14 seats, 3 cars and 2 guitars') },
  async play({ args, canvas }) {
    await expect(mayBeUseful(args.item.text)).toBe(true);
    // The code is there, and has looked.
    await import('./UsefulText.tsx');
    const words = await canvas.findByText(args.item.text);
    await expect(words.querySelector('[role=button]')).toBeNull();
  },
};
/** Wide digits are digits too; what breaks at the end of a line breaks with the words around it. */
export const JapanesePhone: Story = {
  args: { item: saying('集合は１１月１４日 １０時、〒150-0041 東京都渋谷区神南1-19-11 です') },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  ...comes('１１月１４日 １０時'),
};
export const LargeTextRightToLeft: Story = {
  parameters: { textScale: 1.4, dir: 'rtl', width: 360 },
  ...comes('14 November, 17:42', '221B Baker Street'),
};
