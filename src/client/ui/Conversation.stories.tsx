import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { DayChip } from './DayChip.tsx';
import { JumpButton } from './JumpButton.tsx';
import { UnreadLine } from './UnreadLine.tsx';

const meta = {
  title: 'ui/Conversation marks',
  component: JumpButton,
  parameters: { plane: 'sunken', width: 480 },
  args: { label: 'Go to the newest message', onClick: fn() },
} satisfies Meta<typeof JumpButton>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Jump: Story = { args: { text: '3 new' } };
export const JumpQuiet: Story = {};
export const JumpFocus: Story = {
  args: { text: '3 new' },
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const Day: Story = {
  render: () => (
    <div className="grid justify-items-center gap-3">
      <DayChip text="Friday, 17 October" dateTime="2025-10-17" />
      <DayChip text="10月17日(金)" dateTime="2025-10-17" />
    </div>
  ),
};
export const Unread: Story = {
  render: () => (
    <>
      <UnreadLine text="Unread from here" />
      <UnreadLine text="여기서부터 읽지 않음" />
    </>
  ),
};
