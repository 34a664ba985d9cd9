import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { folderLimits } from '#domain/writeFolders.ts';
import { toChatId } from '#protocol/casts.ts';
import { jogja } from '#testing/sampleChats.ts';
import { ChatFoldersDialog, type ChatFoldersDialogProps } from './ChatFoldersDialog.tsx';

type Shown = ChatFoldersDialogProps['folders'][number];

const work: Shown = { id: 'a', name: 'Work', rank: 1, chats: [jogja], isIn: true };
const family: Shown = { id: 'b', name: '家族と友だち', rank: 2, chats: [], isIn: false };
const hundred = Array.from({ length: folderLimits.chats }, (_, at) => toChatId(9_000 + at));
const ten = Array.from({ length: folderLimits.folders }, (_, at): Shown => ({
  ...family,
  id: `f${at}`,
  name: `F ${at}`,
}));

const meta: Meta<typeof ChatFoldersDialog> = {
  title: 'features/chatList/ChatFoldersDialog',
  component: ChatFoldersDialog,
  args: { title: 'Jogja bareng 🛵', folders: [work, family], onToggle: fn(), onCreate: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof ChatFoldersDialog>;

/** Each tick counts at once; "Done" only closes. */
export const Two: Story = {
  async play({ args, canvas, userEvent }) {
    await expect(await canvas.findByRole('dialog', { name: 'Folders for Jogja bareng 🛵' })).toBeVisible();
    await expect(canvas.getByRole('checkbox', { name: /^Work/ })).toBeChecked();
    await userEvent.click(canvas.getByRole('checkbox', { name: /^家族と友だち/ }));
    await expect(args.onToggle).toHaveBeenLastCalledWith({ id: 'b', name: '家族と友だち', rank: 2, chats: [] }, true);
    await userEvent.click(canvas.getByRole('checkbox', { name: /^Work/ }));
    await expect(args.onToggle).toHaveBeenLastCalledWith({ id: 'a', name: 'Work', rank: 1, chats: [jogja] }, false);
    await userEvent.click(canvas.getByRole('button', { name: 'Done' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
/** The first folder is made here, with the chat in it. */
export const None: Story = {
  args: { folders: [] },
  async play({ args, canvas, userEvent }) {
    await expect(await canvas.findByText(/^No folders yet/)).toBeVisible();
    await userEvent.type(canvas.getByLabelText('Name of the folder'), ' Trips {Enter}');
    await expect(args.onCreate).toHaveBeenCalledWith('Trips');
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
export const NameTaken: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Name of the folder'), 'Work{Enter}');
    await expect(await canvas.findByText('There is a folder with this name.')).toBeVisible();
    await expect(args.onCreate).not.toHaveBeenCalled();
  },
};
/** A full folder takes nothing more, but what is in it can be taken out. */
export const Full: Story = {
  args: {
    folders: [
      { ...work, chats: hundred },
      { ...family, chats: hundred },
    ],
  },
  async play({ args, canvas, userEvent }) {
    await expect(
      await canvas.findByRole('checkbox', { name: /家族と友だち.*Full: a folder holds 100 chats/ }),
    ).toBeDisabled();
    await userEvent.click(canvas.getByRole('checkbox', { name: /^Work.*100 chats/ }));
    await expect(args.onToggle).toHaveBeenCalledWith(expect.objectContaining({ id: 'a' }), false);
  },
};
/** There cannot be an eleventh folder: it says so in the place of the field. */
export const Ten: Story = {
  args: { folders: ten },
  async play({ canvas }) {
    await expect(await canvas.findByText('You have 10 folders; there cannot be more.')).toBeInTheDocument();
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};
export const JapanesePhone: Story = {
  args: { title: '週末さんぽ部' },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('dialog', { name: '週末さんぽ部のフォルダ' })).toBeVisible();
    await expect(canvas.getByRole('checkbox', { name: /^Work.*1件のトーク/ })).toBeChecked();
  },
};
export const LargeTextRightToLeft: Story = { parameters: { textScale: 1.4, dir: 'rtl' } };
