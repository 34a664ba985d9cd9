import type { Meta, StoryObj } from '@storybook/react-vite';
import { TypingNow } from './TypingNow.tsx';

const names: Record<number, string> = { 1: 'Dewi', 2: '윤하늘', 3: '青島みのり', 4: 'Sari', 5: 'Bram' };
const meta: Meta<typeof TypingNow> = {
  title: 'features/chat/TypingNow',
  component: TypingNow,
  parameters: { plane: 'sunken' },
  args: { typing: [2], me: 1, nameOf: (mid) => names[mid] ?? 'Someone', faceOf: String },
};
export default meta;
type Story = StoryObj<typeof TypingNow>;

export const One: Story = {};
export const Two: Story = { args: { typing: [2, 3] } };
export const Many: Story = { args: { typing: [2, 3, 4, 5] } };
/** Only this person: nothing is said, the place stays. */
export const Myself: Story = { args: { typing: [1] } };
