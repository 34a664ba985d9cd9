import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

const meta: Meta<typeof ShortcutsDialog> = { component: ShortcutsDialog, args: { onClose: fn() } };
export default meta;
type Story = StoryObj<typeof ShortcutsDialog>;

export const List: Story = {
  async play({ canvasElement, args }) {
    const dialog = within(canvasElement.ownerDocument.body).getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(within(dialog).getByText('Jump to a date')).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalled();
  },
};

export const Japanese: Story = { globals: { language: 'ja' } };
