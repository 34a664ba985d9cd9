import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ChatToasts } from './ChatToasts.tsx';

const meta: Meta<typeof ChatToasts> = {
  title: 'features/chat/ChatToasts',
  component: ChatToasts,
  args: { word: undefined, onWordEnd: fn(), note: undefined, onNoteEnd: fn() },
};
export default meta;
type Story = StoryObj<typeof ChatToasts>;

export const Word: Story = { args: { word: { text: 'Copied', isBad: false } } };
export const BadWord: Story = {
  args: { word: { text: 'Could not be copied. Select the text and copy it by hand.', isBad: true } },
};
export const Trouble: Story = { args: { note: { text: 'This message is not here any more', isBad: true } } };
/** A note with something to do stays until it is done. */
export const WithAction: Story = {
  args: {
    note: { text: 'No network: the nearest day is shown', isBad: false, action: { label: 'Try again', onClick: fn() } },
  },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }));
    await expect(args.note?.action?.onClick).toHaveBeenCalled();
  },
};
