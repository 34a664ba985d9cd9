import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { NoteEditor } from './NoteEditor.tsx';

const meta: Meta<typeof NoteEditor> = {
  title: 'features/shelf/NoteEditor',
  component: NoteEditor,
  args: { text: '', isNew: true, isBusy: false, onDraft: fn(), onSave: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof NoteEditor>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const New: Story = {
  async play({ canvasElement, args, userEvent }) {
    const page = pageOf(canvasElement);
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.type(page.getByRole('textbox'), '  pier 3  ');
    await waitFor(() => expect(args.onDraft).toHaveBeenLastCalledWith('  pier 3  '));
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect(args.onSave).toHaveBeenCalledWith('pier 3');
  },
};
export const Change: Story = { args: { text: 'Ferry at 9:40', isNew: false } };
export const NearItsEnd: Story = { args: { text: 'x'.repeat(9_990), isNew: false } };
export const NeedsNetwork: Story = {
  args: { text: 'Ferry at 9:40', problem: 'Saving needs a connection. Your words are kept on this device.' },
};
export const Busy: Story = { args: { text: 'Ferry at 9:40', isBusy: true } };
