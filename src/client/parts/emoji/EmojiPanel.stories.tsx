import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import type { EmojiTone } from '#domain/withTone.ts';
import { EmojiPanel, type EmojiPanelProps } from './EmojiPanel.tsx';

/** The panel in a place of its usual size, with a tone that can be chosen. */
function Stage(props: EmojiPanelProps) {
  const [tone, setTone] = useState<EmojiTone>(props.tone);
  return (
    <div className="h-[348px] bg-surface [--plane:var(--surface)]">
      <EmojiPanel {...props} tone={tone} onTone={setTone} />
    </div>
  );
}

const meta = {
  title: 'parts/EmojiPanel',
  component: Stage,
  parameters: { width: 560 },
  args: { tone: 'none', onTone: fn(), recents: ['🙏', '👍🏽', '🛵', '☕'], onPick: fn() },
} satisfies Meta<typeof Stage>;
export default meta;
type Story = StoryObj<typeof meta>;

const search =
  (label: string, text: string, found: string): NonNullable<Story['play']> =>
  async ({ args, canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox', { name: label }), text);
    await userEvent.click(await canvas.findByRole('gridcell', { name: found }));
    await expect(args.onPick).toHaveBeenCalledTimes(1);
  };

export const Whole: Story = {
  async play({ canvas }) {
    await canvas.findByRole('gridcell', { name: 'grinning face' });
  },
};
export const NothingUsedYet: Story = { args: { recents: [] } };
export const Phone: Story = { parameters: { width: 360 } };
/** Enter picks the one that is found, without leaving the search. */
export const Keyboard: Story = {
  async play({ args, canvas, userEvent }) {
    const field = await canvas.findByRole('searchbox');
    await canvas.findByRole('gridcell', { name: 'grinning face' });
    await userEvent.type(field, 'scooter');
    await canvas.findByRole('gridcell', { name: 'motor scooter' });
    await userEvent.keyboard('{Enter}');
    await expect(args.onPick).toHaveBeenCalledWith(expect.stringMatching(/🛵|🛴/u));
    await expect(field).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(field).toHaveValue('');
  },
};
export const NotFound: Story = {
  async play({ canvas, userEvent }) {
    await canvas.findByRole('gridcell', { name: 'grinning face' });
    await userEvent.type(canvas.getByRole('searchbox'), 'qqqq');
    await canvas.findByText('No emoji for “qqqq”.');
  },
};
export const Toned: Story = {
  args: { tone: 'medium-dark' },
  async play({ canvas, userEvent }) {
    await canvas.findByRole('gridcell', { name: 'grinning face' });
    await userEvent.type(canvas.getByRole('searchbox'), 'thumbs up');
    await canvas.findByText('👍🏾');
    await userEvent.click(canvas.getByRole('radio', { name: 'Light' }));
    await canvas.findByText('👍🏻');
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  async play({ canvas }) {
    await canvas.findByRole('gridcell', { name: 'grinning face' });
  },
};
export const English: Story = { play: search('Search emoji', 'Bicycle', 'bicycle') };
export const Indonesian: Story = { globals: { language: 'id' }, play: search('Cari emoji', 'bersepeda', 'sepeda') };
/** Found by another kind of kana than the one it is written in. */
export const Japanese: Story = { globals: { language: 'ja' }, play: search('絵文字を検索', 'さいくりんぐ', '自転車') };
export const Korean: Story = { globals: { language: 'ko' }, play: search('이모지 검색', '자전거', '자전거') };
export const Chinese: Story = { globals: { language: 'zh-TW' }, play: search('搜尋表情符號', '腳踏車', '自行車') };
export const IndonesianLargeText: Story = { parameters: { width: 320, textScale: 1.4 }, globals: { language: 'id' } };
