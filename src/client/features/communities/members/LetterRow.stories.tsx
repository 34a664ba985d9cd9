import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { LetterRow } from './LetterRow.tsx';

const marksOf = (letters: string) => Array.from(letters, (label, order) => ({ label, index: order * 10 }));

const meta: Meta<typeof LetterRow> = {
  title: 'features/communities/LetterRow',
  component: LetterRow,
  parameters: { width: 340 },
  args: { marks: marksOf('ABDFKLMNRSTカサ가나'), onJump: fn() },
};
export default meta;
type Story = StoryObj<typeof LetterRow>;

/** One tab stop: arrows, Home and End move, and stop at the ends. */
export const ByKeyboard: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.tab();
    const letter = (label: string) => canvas.getByRole('button', { name: `Names from ${label} on` });
    await expect(letter('A')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}{Enter}');
    await expect(letter('B')).toHaveFocus();
    await expect(args.onJump).toHaveBeenLastCalledWith(10);
    await userEvent.keyboard('{End}{ArrowRight}');
    await expect(letter('나')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect(letter('A')).toHaveFocus();
  },
};
export const Two: Story = { args: { marks: marksOf('AZ') } };
/** One letter leads nowhere: nothing is drawn. */
export const One: Story = {
  args: { marks: marksOf('A') },
  async play({ canvas }) {
    await expect(canvas.queryByRole('toolbar')).toBeNull();
  },
};
export const LargeText: Story = { parameters: { textScale: 1.4 } };
