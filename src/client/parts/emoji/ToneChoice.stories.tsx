import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ToneChoice } from './ToneChoice.tsx';

const meta = {
  title: 'parts/ToneChoice',
  component: ToneChoice,
  parameters: { width: 352 },
  args: { tone: 'none', onTone: fn() },
} satisfies Meta<typeof ToneChoice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Yellow: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'Dark' }));
    await expect(args.onTone).toHaveBeenCalledWith('dark');
  },
};
export const Medium: Story = { args: { tone: 'medium' } };
export const JapaneseNarrow: Story = { parameters: { width: 320, textScale: 1.4 }, globals: { language: 'ja' } };
export const RightToLeft: Story = { args: { tone: 'light' }, parameters: { dir: 'rtl' } };
