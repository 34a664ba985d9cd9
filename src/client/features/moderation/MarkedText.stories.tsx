import type { Meta, StoryObj } from '@storybook/react-vite';
import { MarkedText } from './MarkedText.tsx';

const meta: Meta<typeof MarkedText> = {
  title: 'features/moderation/MarkedText',
  component: MarkedText,
  parameters: { plane: 'sunken' },
  args: { text: 'Cheap lenses, all brands!! DM for price, today only', spans: [[27, 12]] },
};
export default meta;
type Story = StoryObj<typeof MarkedText>;

export const Marked: Story = {};
export const NothingMarked: Story = { args: { spans: [] } };
/** Places that do not fit the text are left out. */
export const WrongPlaces: Story = {
  args: {
    spans: [
      [0, 5],
      [3, 4],
      [900, 2],
    ],
  },
};
export const Japanese: Story = { args: { text: '【かんたん副業】月30万、今すぐ', spans: [[1, 6]], lang: 'ja' } };
export const RightToLeft: Story = { args: { text: 'اربح المال بسرعة', spans: [[5, 5]] }, parameters: { dir: 'rtl' } };
