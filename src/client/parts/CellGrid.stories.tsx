import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { CellGrid } from './CellGrid.tsx';

const letters = Array.from('ABCDEFGHIJ');
const meta = {
  title: 'parts/CellGrid',
  component: CellGrid<string>,
  parameters: { width: 352 },
  args: {
    label: 'Letters',
    items: letters,
    keyOf: (letter) => letter,
    labelOf: (letter) => `Letter ${letter}`,
    renderCell: (letter) => letter,
    onPick: fn(),
    className: 'grid grid-cols-4 gap-1',
    cellClass: 'min-h-11 rounded-control hover:bg-hover aria-disabled:opacity-50',
  },
} satisfies Meta<typeof CellGrid<string>>;
export default meta;
type Story = StoryObj<typeof meta>;

/** One stop of the Tab key; the arrows move within, and the last row may be short. */
export const Default: Story = {
  async play({ args, canvas, userEvent }) {
    const at = (letter: string) => canvas.getByRole('button', { name: `Letter ${letter}` });
    await userEvent.tab();
    await expect(at('A')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect(at('H')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(at('J')).toHaveFocus();
    await userEvent.keyboard('{Enter}{Home}');
    await expect(args.onPick).toHaveBeenCalledWith('J');
    await expect(at('A')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await userEvent.tab({ shift: true });
    await userEvent.tab();
    await expect(at('J')).toHaveFocus();
  },
};
/** It can be walked through, and nothing happens. */
export const Disabled: Story = {
  args: { isDisabled: true },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Letter B' }));
    await expect(args.onPick).not.toHaveBeenCalled();
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  async play({ canvas, userEvent }) {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(canvas.getByRole('button', { name: 'Letter B' })).toHaveFocus();
  },
};
