import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toUserId } from '#protocol/casts.ts';
import { sampleMadeApp } from '#testing/sampleMakers.ts';
import { Testers } from './Testers.tsx';

const meta: Meta<typeof Testers> = {
  title: 'features/appMaker/Testers',
  component: Testers,
  parameters: { plane: 'raised', width: 680 },
  args: { testers: sampleMadeApp.testers, isBusy: false, problem: undefined, onChange: fn(async () => true) },
};
export default meta;
type Story = StoryObj<typeof Testers>;

export const Two: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('ID of a person'), '@Minori.ao{Enter}');
    await expect(args.onChange).toHaveBeenCalledWith(['haneul', 'bram', 'minori.ao']);
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Bram Rahardjo' }));
    await expect(args.onChange).toHaveBeenLastCalledWith(['haneul']);
  },
};
export const Nobody: Story = { args: { testers: [] } };
export const NobodyOfThatName: Story = { args: { problem: 'There is nobody with this ID.' } };
export const WrongHandle: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('ID of a person'), 'a b{Enter}');
    await canvas.findByText(/3 to 30 letters/);
  },
};
export const Full: Story = {
  args: {
    testers: Array.from({ length: 50 }, (_, index) => ({
      id: toUserId(index + 1),
      handle: `tester${index}`,
      name: `Tester ${index}`,
    })),
  },
};
