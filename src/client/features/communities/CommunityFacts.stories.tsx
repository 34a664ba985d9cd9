import type { Meta, StoryObj } from '@storybook/react-vite';
import { CommunityFacts } from './CommunityFacts.tsx';

const meta: Meta<typeof CommunityFacts> = {
  title: 'features/communities/CommunityFacts',
  component: CommunityFacts,
  parameters: { width: 340 },
  args: { members: 4_962, cap: 5_000, online: 812, join: 'open', topic: 'hobbies', days: 180, slow: 30 },
};
export default meta;
type Story = StoryObj<typeof CommunityFacts>;

export const Everything: Story = {
  async play({ canvas }) {
    await canvas.findByText('812 online · 4,962 of 5,000 members');
    await canvas.findByText('New members see 180 days');
    await canvas.findByText('Slow mode 30 s');
  },
};
/** What is not known or not set has no line. */
export const Little: Story = {
  args: { members: 1, cap: 5, online: undefined, join: 'closed', topic: undefined, days: undefined, slow: 0 },
  async play({ canvas }) {
    await canvas.findByText('1 of 5 members');
    await canvas.findByText('By invitation only');
  },
};
/** Nobody is here, and who comes sees nothing of before. */
export const NothingOfBefore: Story = {
  args: { online: 0, join: 'code', topic: 'local', days: 0, slow: undefined },
  async play({ canvas }) {
    await canvas.findByText('0 online · 4,962 of 5,000 members');
    await canvas.findByText('New members see what comes after they join');
  },
};
export const IndonesianLargeTextPhone: Story = {
  args: { join: 'approval', days: 1, slow: 3_600 },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
