import type { Meta, StoryObj } from '@storybook/react-vite';
import { AppReportDialog } from './AppReportDialog.tsx';

const meta: Meta<typeof AppReportDialog> = {
  title: 'features/miniApps/AppReportDialog',
  component: AppReportDialog,
  parameters: { plane: 'sunken' },
  args: {
    name: 'Lucky Wheel',
    isBusy: false,
    isSent: false,
    problem: undefined,
    onSend: () => undefined,
    onClose: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof AppReportDialog>;

export const Form: Story = {};
export const Sending: Story = { args: { isBusy: true } };
export const Sent: Story = { args: { isSent: true } };
export const Failed: Story = { args: { problem: 'The server cannot be reached right now.' } };
export const KoreanLargeTextPhone: Story = {
  args: { name: '오목 한 판' },
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
