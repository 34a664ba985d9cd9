import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, within } from 'storybook/test';
import { ConfirmDialog } from './ConfirmDialog.tsx';

// Busy, failed, very long and the way back of the focus are told in Dialog.stories.tsx.
const meta = {
  title: 'ui/ConfirmDialog',
  component: ConfirmDialog,
  parameters: { plane: 'sunken' },
  args: {
    isOpen: true,
    title: 'Remove Bram from Badminton Selasa?',
    text: 'He keeps what he has read so far. You can add him again.',
    confirmLabel: 'Remove',
    cancelLabel: 'Cancel',
    onConfirm: fn(),
    onCancel: fn(),
  },
} satisfies Meta<typeof ConfirmDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The safe answer has the focus, a press beside the dialog is no answer. */
export const Danger: Story = {
  play: async ({ args }) => {
    const dialog = await screen.findByRole('alertdialog', { name: args.title });
    await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.pointer({ target: dialog, keys: '[MouseLeft]' });
    await expect(args.onCancel).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await expect(args.onConfirm).toHaveBeenCalledOnce();
  },
};
export const Brand: Story = {
  args: {
    tone: 'brand',
    title: 'Make 박서준 the owner?',
    text: 'You stay in the group as a member.',
    confirmLabel: 'Hand over',
  },
};
export const Closed: Story = { args: { isOpen: false } };
export const Japanese: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  args: {
    title: '小林さくらさんをブロックしますか？',
    text: '相手には知らされません。設定からいつでも解除できます。',
    confirmLabel: 'ブロックする',
    cancelLabel: 'キャンセル',
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: {
    title: 'هل تريد مغادرة المجموعة؟',
    text: 'لن تصلك رسائلها بعد الآن.',
    confirmLabel: 'مغادرة',
    cancelLabel: 'إلغاء',
  },
};
