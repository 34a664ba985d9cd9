import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleNow } from '#testing/samplePeople.ts';
import { AppealDialog } from './AppealDialog.tsx';

const meta: Meta<typeof AppealDialog> = {
  title: 'features/moderation/AppealDialog',
  component: AppealDialog,
  parameters: { plane: 'sunken' },
  args: { isBusy: false, isSent: false, problem: undefined, onSend: () => undefined, onClose: () => undefined },
};
export default meta;
type Story = StoryObj<typeof AppealDialog>;

export const Empty: Story = {};
const earlier = { x: 'I did not know the rule, sorry.\n次から気をつけます。', at: sampleNow };
export const Waiting: Story = { args: { earlier } };
export const Lifted: Story = { args: { earlier: { ...earlier, done: 1, decided: sampleNow } } };
export const Kept: Story = { args: { earlier: { ...earlier, done: 2, decided: sampleNow } } };
export const Sent: Story = { args: { isSent: true } };
export const Failed: Story = { args: { problem: 'The server does not answer right now.' } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
