import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen } from 'storybook/test';
import { NameDialog } from './NameDialog.tsx';

const meta: Meta<typeof NameDialog> = {
  title: 'features/communities/NameDialog',
  component: NameDialog,
  args: { name: 'Dewi', isBusy: false, taken: undefined, problem: undefined, onSave: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof NameDialog>;

export const Saved: Story = {
  async play({ args, userEvent }) {
    await userEvent.type(await screen.findByRole('textbox'), ' L{Enter}');
    await expect(args.onSave).toHaveBeenCalledWith('Dewi L');
  },
};
export const Empty: Story = {
  args: { name: '' },
  async play({ args, userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    await expect(screen.getByRole('textbox')).toBeInvalid();
    await expect(args.onSave).not.toHaveBeenCalled();
  },
};
export const Taken: Story = { args: { taken: 'Dewi' } };
export const Failed: Story = { args: { problem: 'The server cannot be reached right now.' } };
export const JapanesePhone: Story = {
  args: { name: '青島みのり' },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
