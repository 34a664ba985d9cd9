import type { Meta, StoryObj } from '@storybook/react-vite';
import { ReportDialog } from './ReportDialog.tsx';

const meta: Meta<typeof ReportDialog> = {
  title: 'features/moderation/ReportDialog',
  component: ReportDialog,
  parameters: { plane: 'sunken' },
  args: {
    isBusy: false,
    isSent: false,
    problem: undefined,
    onSend: () => undefined,
    onClose: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof ReportDialog>;

export const Message: Story = {};
export const Member: Story = { args: { name: 'Gulungan Gosong' } };
export const Sent: Story = { args: { isSent: true } };
export const Failed: Story = { args: { problem: 'You are not in this chat.' } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
