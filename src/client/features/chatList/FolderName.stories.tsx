import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { FolderName } from './FolderName.tsx';

const meta: Meta<typeof FolderName> = {
  title: 'features/chatList/FolderName',
  component: FolderName,
  args: { first: '', others: [{ name: 'Work' }], action: 'Create', onDone: fn() },
  decorators: [
    (Story) => (
      <div className="flex w-[340px] p-4 text-ink">
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof FolderName>;

export const Empty: Story = {};
export const Renaming: Story = { args: { first: 'Family', action: 'Save', onCancel() {} } };
/** A name that another folder has is refused when it is sent, and what was typed stays. */
export const Taken: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByRole('textbox'), 'Work{Enter}');
    await expect(canvas.getByRole('textbox')).toBeInvalid();
    await expect(canvas.getByRole('textbox')).toHaveValue('Work');
    await expect(args.onDone).not.toHaveBeenCalled();
  },
};
export const Created: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByRole('textbox'), '  Trips {Enter}');
    await expect(args.onDone).toHaveBeenCalledWith('Trips');
    await expect(canvas.getByRole('textbox')).toHaveValue('');
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
