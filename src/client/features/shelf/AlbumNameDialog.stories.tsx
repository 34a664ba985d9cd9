import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { AlbumNameDialog } from './AlbumNameDialog.tsx';

const meta: Meta<typeof AlbumNameDialog> = {
  title: 'features/shelf/AlbumNameDialog',
  component: AlbumNameDialog,
  args: { name: '', isNew: true, isBusy: false, onSave: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof AlbumNameDialog>;

export const New: Story = {
  async play({ canvasElement, args, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.type(page.getByRole('textbox', { name: 'Name of the album' }), ' Islands {Enter}');
    await expect(args.onSave).toHaveBeenCalledWith('Islands');
  },
};
export const Rename: Story = { args: { name: 'Islands', isNew: false } };
export const Full: Story = { args: { problem: 'This chat has 100 albums. Delete one first.' } };
