import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { RoomForm } from './RoomForm.tsx';

const meta: Meta<typeof RoomForm> = {
  title: 'features/communities/RoomForm',
  component: RoomForm,
  args: { room: undefined, isBusy: false, problem: undefined, onSave: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof RoomForm>;

const dialog = () => within(document.body);

/** A name is all that a room needs. */
export const New: Story = {
  async play({ userEvent, args }) {
    await userEvent.click(dialog().getByRole('button', { name: 'Create' }));
    await expect(dialog().getByText('Give the room a name.')).toBeVisible();
    await expect(args.onSave).not.toHaveBeenCalled();
    await userEvent.type(dialog().getByRole('textbox', { name: 'Name' }), '  Lenses ');
    await userEvent.click(dialog().getByRole('switch'));
    await userEvent.click(dialog().getByRole('button', { name: 'Create' }));
    await expect(args.onSave).toHaveBeenCalledWith({ title: 'Lenses', about: '', ro: true });
  },
};
export const Existing: Story = {
  args: {
    room: { title: '日本語ラウンジ', about: 'のんびり話す部屋です。', ro: false },
    onUp: fn(),
    onDown: fn(),
    onEnd: fn(),
  },
};
export const TooLong: Story = { args: { room: { title: 'lens '.repeat(9), about: '', ro: true }, onEnd: fn() } };
export const Full: Story = { args: { problem: 'A community has room for 50 rooms. Close one first.' } };
export const Busy: Story = { args: { room: { title: 'Lenses', about: '', ro: false }, isBusy: true, onUp: fn() } };
