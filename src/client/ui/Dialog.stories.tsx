import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { Button } from './Button.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './TextField.tsx';

const meta = {
  title: 'ui/Dialog',
  component: Dialog,
  parameters: { plane: 'sunken' },
  args: {
    isOpen: true,
    onClose: fn(),
    title: 'New group',
    closeLabel: 'Close',
    children: 'Name it, then choose people.',
  },
} satisfies Meta<typeof Dialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  args: {
    actions: (
      <>
        <Button kind="quiet">Cancel</Button>
        <Button>Create</Button>
      </>
    ),
    children: <TextField label="Name" value="Jogja bareng" onChange={fn()} />,
  },
};
export const LongContent: Story = {
  args: {
    children: Array.from({ length: 40 }, (_, index) => <p key={index}>Row {index}</p>),
    actions: <Button>Create</Button>,
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { title: 'مجموعة جديدة', children: 'اختر اسمًا ثم الأشخاص.', actions: <Button>إنشاء</Button> },
};

const confirm = {
  isOpen: true,
  title: 'Discard this message?',
  text: 'It was never sent and cannot be brought back.',
  confirmLabel: 'Discard',
  cancelLabel: 'Keep it',
  onConfirm: fn(),
  onCancel: fn(),
};
export const Confirm: Story = { render: () => <ConfirmDialog {...confirm} /> };
export const ConfirmBusy: Story = { render: () => <ConfirmDialog {...confirm} isBusy /> };
export const ConfirmFailed: Story = {
  render: () => <ConfirmDialog {...confirm} error="That did not work: the server does not answer. Try again." />,
};
export const ConfirmVeryLong: Story = {
  render: () => (
    <ConfirmDialog
      {...confirm}
      title="Keluarkan semua perangkat lain dari akun ini sekarang juga?"
      text="Perangkat itu kehilangan salinan percakapannya saat tersambung lagi. Pesan yang belum terkirim di sana ikut hilang."
      confirmLabel="Keluarkan semua perangkat"
      cancelLabel="Jangan keluarkan"
    />
  ),
};

const Opener = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Leave</Button>
      <ConfirmDialog {...confirm} isOpen={isOpen} onCancel={() => setOpen(false)} />
    </>
  );
};
/** Escape closes and the focus goes back to the button. */
export const EscapeAndFocus: Story = {
  render: () => <Opener />,
  play: async () => {
    const opener = screen.getByRole('button', { name: 'Leave' });
    await userEvent.click(opener);
    const dialog = await screen.findByRole('alertdialog');
    await expect(dialog.contains(document.activeElement)).toBe(true);
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expect(opener).toHaveFocus();
  },
};
