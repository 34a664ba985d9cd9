import type { Meta, StoryObj } from '@storybook/react-vite';
import { LengthNote } from './LengthNote.tsx';

const meta: Meta<typeof LengthNote> = {
  title: 'features/composer/LengthNote',
  component: LengthNote,
  parameters: { width: 420 },
  args: { length: 9_640, max: 10_000 },
};
export default meta;
type Story = StoryObj<typeof LengthNote>;

export const Near: Story = {};
export const OneLeft: Story = { args: { length: 9_999 } };
export const Full: Story = { args: { length: 10_000 } };
export const OneTooMany: Story = { args: { length: 10_001 } };
export const FarTooLong: Story = { args: { length: 23_456 } };
/** Far from the limit there is nothing to say. */
export const Short: Story = {
  args: { length: 9_500 },
  async play({ canvas }) {
    if (canvas.queryByRole('status')) throw new Error('the count shows too early');
  },
};
export const IndonesianLargeText: Story = {
  args: { length: 10_120 },
  parameters: { width: 320, textScale: 1.4 },
  globals: { language: 'id' },
};
export const Japanese: Story = { args: { length: 10_120 }, globals: { language: 'ja' } };
export const RightToLeft: Story = { args: { length: 10_120 }, parameters: { dir: 'rtl' } };
