import type { Meta, StoryObj } from '@storybook/react-vite';
import { RenameDialog } from './RenameDialog.tsx';

const nothing = () => {};

const meta: Meta<typeof RenameDialog> = {
  title: 'features/groups/RenameDialog',
  component: RenameDialog,
  args: { title: 'Piket apartemen 7B', isBusy: false, problem: undefined, onSave: nothing, onClose: nothing },
};
export default meta;
type Story = StoryObj<typeof RenameDialog>;

export const Opened: Story = {};
export const Saving: Story = { args: { isBusy: true } };
export const Refused: Story = { args: { problem: 'You are not in this chat any more.' } };
export const Empty: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.clear(await canvas.findByLabelText('Name of the group'));
    await canvas.findByText('Please give the group a name.');
  },
};
export const TooLong: Story = {
  args: { title: 'Everybody who was on the night train to Yogyakarta and could not sleep' },
  async play({ canvas }) {
    await canvas.findByText('At most 60 characters.');
  },
};
export const JapaneseLargeText: Story = {
  args: { title: '週末さんぽ部' },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { title: 'رحلة إلى الجبل' }, parameters: { dir: 'rtl' } };
