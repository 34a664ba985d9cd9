import type { Meta, StoryObj } from '@storybook/react-vite';
import { AnnounceDialog } from './AnnounceDialog.tsx';

const meta: Meta<typeof AnnounceDialog> = {
  title: 'features/chat/AnnounceDialog',
  component: AnnounceDialog,
  args: {
    text: 'Print swap #9: send by 31 October, one print per person, no framing.',
    isBusy: false,
    problem: undefined,
    onAnnounce() {},
    onClose() {},
  },
};
export default meta;
type Story = StoryObj<typeof AnnounceDialog>;

export const Plain: Story = {};
export const Busy: Story = { args: { isBusy: true } };
export const Refused: Story = { args: { problem: 'You are not allowed to do this.' } };
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
