import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen } from 'storybook/test';
import { RemoveAppDialog } from './RemoveAppDialog.tsx';

const meta: Meta<typeof RemoveAppDialog> = {
  title: 'features/appMaker/RemoveAppDialog',
  component: RemoveAppDialog,
  args: { id: 'antre-dulu', people: 1_284, isBusy: false, problem: undefined, onRemove: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof RemoveAppDialog>;

/** A press alone removes nothing. */
export const Asked: Story = {
  async play({ userEvent }) {
    await expect(screen.getByRole('button', { name: 'Remove for good' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Type antre-dulu to confirm'), 'antre');
    await expect(screen.getByRole('button', { name: 'Remove for good' })).toBeDisabled();
  },
};
export const Typed: Story = {
  async play({ args, userEvent }) {
    await userEvent.type(screen.getByLabelText('Type antre-dulu to confirm'), 'antre-dulu');
    await userEvent.click(screen.getByRole('button', { name: 'Remove for good' }));
    await expect(args.onRemove).toHaveBeenCalledOnce();
  },
};
export const NobodyUsesIt: Story = { args: { people: 0 } };
export const Failed: Story = { args: { problem: 'The server cannot be reached right now.' } };
