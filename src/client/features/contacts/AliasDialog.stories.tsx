import type { Meta, StoryObj } from '@storybook/react-vite';
import { AliasDialog } from './AliasDialog.tsx';

const meta: Meta<typeof AliasDialog> = {
  title: 'features/contacts/AliasDialog',
  component: AliasDialog,
  args: { ownName: '青島みのり', alias: 'Minori', onSave: () => {}, onClose: () => {} },
};
export default meta;
type Story = StoryObj<typeof AliasDialog>;

export const WithAlias: Story = {};
export const Without: Story = { args: { alias: '' } };
