import type { Meta, StoryObj } from '@storybook/react-vite';
import { SentFormDialog } from './SentFormDialog.tsx';

const meta: Meta<typeof SentFormDialog> = {
  title: 'parts/SentFormDialog',
  component: SentFormDialog,
  parameters: { plane: 'sunken' },
  args: {
    title: 'Report',
    sendLabel: 'Send',
    sentText: 'Thank you. It was sent.',
    isSent: false,
    isBusy: false,
    onSend: () => undefined,
    onClose: () => undefined,
    children: 'The fields stand here.',
  },
};
export default meta;
type Story = StoryObj<typeof SentFormDialog>;

export const Form: Story = {};
export const NotEnough: Story = { args: { canSend: false } };
export const Sending: Story = { args: { isBusy: true } };
export const Sent: Story = { args: { isSent: true } };
