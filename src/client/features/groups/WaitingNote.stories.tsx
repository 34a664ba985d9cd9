import type { Meta, StoryObj } from '@storybook/react-vite';
import { WaitingNote } from './WaitingNote.tsx';

const meta: Meta<typeof WaitingNote> = {
  title: 'features/groups/WaitingNote',
  component: WaitingNote,
  args: { count: 12, onClose: () => {} },
};
export default meta;
type Story = StoryObj<typeof WaitingNote>;

export const Many: Story = {};
