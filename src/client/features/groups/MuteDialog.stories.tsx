import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MuteDialog } from './MuteDialog.tsx';

const meta: Meta<typeof MuteDialog> = {
  title: 'features/groups/MuteDialog',
  component: MuteDialog,
  args: {
    name: '写真部の灯り',
    language: 'en',
    isBusy: false,
    problem: undefined,
    onMute: fn(),
    onClose: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof MuteDialog>;

export const Open: Story = {};
export const Chosen: Story = {
  async play({ canvas, userEvent, args }) {
    await userEvent.selectOptions(await canvas.findByLabelText('For how long'), '28 days');
    await userEvent.type(canvas.getByLabelText('Reason'), ' Rule 2 ');
    await userEvent.click(canvas.getByRole('button', { name: 'Mute' }));
    await expect(args.onMute).toHaveBeenCalledWith({ minutes: 28 * 1_440, why: 'Rule 2' });
  },
};
export const Refused: Story = { args: { problem: 'You are not allowed to do this.' } };
export const IndonesianLargeText: Story = {
  args: { language: 'id' },
  parameters: { width: 360, textScale: 1.4 },
  globals: { language: 'id' },
};
