import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { TextField } from '#client/ui/TextField.tsx';
import { FormDialog } from './FormDialog.tsx';

const meta = {
  title: 'parts/FormDialog',
  component: FormDialog,
  parameters: { plane: 'sunken' },
  args: {
    title: 'Rename the group',
    submitLabel: 'Save',
    onSubmit: fn(),
    onClose: fn(),
    children: <TextField label="Name" value="Jogja bareng" onChange={fn()} hasAutoFocus />,
  },
} satisfies Meta<typeof FormDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  async play({ args }) {
    await userEvent.type(await screen.findByRole('textbox'), '{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledTimes(1);
  },
};
/** Enter does no more than the button. */
export const NotEnough: Story = {
  args: { canSubmit: false },
  async play({ args }) {
    await userEvent.type(await screen.findByRole('textbox'), '{Enter}');
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};
export const Busy: Story = {
  args: { isBusy: true },
  async play({ args }) {
    await userEvent.type(await screen.findByRole('textbox'), '{Enter}');
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};
export const Problem: Story = { args: { problem: 'The server cannot be reached right now.' } };
export const PhoneJapanese: Story = {
  args: { title: 'グループの名前を変える' },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
