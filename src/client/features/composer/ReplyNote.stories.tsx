import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ReplyNote } from './ReplyNote.tsx';

const meta: Meta<typeof ReplyNote> = {
  title: 'features/composer/ReplyNote',
  component: ReplyNote,
  args: { name: '青島みのり', face: '305', text: 'Joins on both sides', onCancel: fn() },
};
export default meta;
type Story = StoryObj<typeof ReplyNote>;

export const Plain: Story = {
  async play({ canvasElement, args }) {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Stop replying' }));
    await expect(args.onCancel).toHaveBeenCalledTimes(1);
  },
};
/** What is answered is not on this device, and there is no network. */
export const Unknown: Story = { args: { name: undefined, text: 'An earlier message' } };
export const VeryLong: Story = { args: { name: 'name '.repeat(20), text: 'word '.repeat(80) } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
