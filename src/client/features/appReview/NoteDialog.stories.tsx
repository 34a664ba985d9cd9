import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen } from 'storybook/test';
import { NoteDialog } from './NoteDialog.tsx';

const meta: Meta<typeof NoteDialog> = {
  title: 'features/appReview/NoteDialog',
  component: NoteDialog,
  args: {
    title: 'Close kado-bareng everywhere?',
    text: 'Within seconds it closes for everybody who has it open.',
    confirmLabel: 'Close this mini-app',
    isBusy: false,
    problem: undefined,
    onSend: fn(),
    onClose: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof NoteDialog>;

export const Empty: Story = {};
/** Nobody is refused without a word. */
export const NoteMissing: Story = {
  async play({ args, userEvent }) {
    await userEvent.click(screen.getByRole('button', { name: 'Close this mini-app' }));
    await screen.findByText('This is needed.');
    await expect(args.onSend).not.toHaveBeenCalled();
  },
};
export const Sent: Story = {
  async play({ args, userEvent }) {
    await userEvent.type(screen.getByLabelText('Note to its maker'), ' It asks for a PIN. ');
    await userEvent.click(screen.getByRole('button', { name: 'Close this mini-app' }));
    await expect(args.onSend).toHaveBeenCalledWith('It asks for a PIN.');
  },
};
export const Failed: Story = { args: { problem: 'The server cannot be reached right now.' } };
