import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { CloseById } from './CloseById.tsx';

const meta: Meta<typeof CloseById> = {
  title: 'features/appReview/CloseById',
  component: CloseById,
  parameters: { plane: 'sunken', width: 600 },
  args: { isBusy: false, onAsk: fn() },
};
export default meta;
type Story = StoryObj<typeof CloseById>;

export const Asked: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Close a mini-app by its id'), 'undian{Enter}');
    await expect(args.onAsk).toHaveBeenCalledWith('undian');
  },
};
export const NoId: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Close a mini-app by its id'), 'a b{Enter}');
    await canvas.findByText(/can have this id/);
  },
};
