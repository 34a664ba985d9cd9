import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { MoveDialog } from './MoveDialog.tsx';

const meta: Meta<typeof MoveDialog> = {
  title: 'features/shelf/MoveDialog',
  component: MoveDialog,
  args: { place: 3, total: 12, onMove: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof MoveDialog>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Usual: Story = {
  async play({ canvasElement, args, userEvent }) {
    const field = pageOf(canvasElement).getByRole('textbox', { name: 'Place in the album' });
    await userEvent.clear(field);
    await userEvent.type(field, '１{Enter}');
    await expect(args.onMove).toHaveBeenCalledWith(1);
  },
};
export const NoSuchPlace: Story = {
  async play({ canvasElement, args, userEvent }) {
    const page = pageOf(canvasElement);
    const field = page.getByRole('textbox', { name: 'Place in the album' });
    await userEvent.clear(field);
    await userEvent.type(field, '13{Enter}');
    await expect(args.onMove).not.toHaveBeenCalled();
    await expect(page.getByRole('button', { name: 'Move' })).toBeDisabled();
  },
};
