import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen } from 'storybook/test';
import type { ChatFolder } from '#domain/chatFolders.ts';
import { folderLimits } from '#domain/writeFolders.ts';
import { FoldersDialog } from './FoldersDialog.tsx';

const folder = (id: string, name: string, chats: number): ChatFolder =>
  ({ id, name, chats: Array.from({ length: chats }, (_, at) => at + 1) }) as unknown as ChatFolder;

const meta: Meta<typeof FoldersDialog> = {
  title: 'features/chatList/FoldersDialog',
  component: FoldersDialog,
  args: {
    folders: [
      folder('a', 'Work', 12),
      folder('b', '家族', 3),
      folder('c', 'Everything about the house and the garden', 1),
    ],
    onCreate() {},
    onRename() {},
    onMove: fn(),
    onDelete: fn(),
    onClose() {},
  },
};
export default meta;
type Story = StoryObj<typeof FoldersDialog>;

export const Three: Story = {
  async play({ args, userEvent }) {
    await expect(await screen.findByRole('button', { name: /^Move Work up/u })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: /^Move Work down/u }));
    await expect(args.onMove).toHaveBeenCalledWith(args.folders[0], 1);
  },
};
export const None: Story = { args: { folders: [] } };
export const Full: Story = {
  args: { folders: Array.from({ length: folderLimits.folders }, (_, at) => folder(`f${at}`, `Folder ${at + 1}`, at)) },
};
/** Chats stay when their folder goes; it asks all the same. */
export const Deleting: Story = {
  async play({ args, userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: /^Delete Work/u }));
    const dialog = await screen.findByRole('alertdialog');
    await expect(dialog).toBeVisible();
    await expect(args.onDelete).not.toHaveBeenCalled();
  },
};
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
