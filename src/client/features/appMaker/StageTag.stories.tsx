import type { Meta, StoryObj } from '@storybook/react-vite';
import { StageTag } from './StageTag.tsx';

const meta: Meta<typeof StageTag> = {
  title: 'features/appMaker/StageTag',
  component: StageTag,
  parameters: { plane: 'raised' },
  args: { stage: 'draft' },
};
export default meta;
type Story = StoryObj<typeof StageTag>;

export const Draft: Story = {};
export const InReview: Story = { args: { stage: 'review' } };
export const Declined: Story = { args: { stage: 'declined' } };
export const Live: Story = { args: { stage: 'live' } };
export const Closed: Story = { args: { stage: 'closed' } };
export const Removed: Story = { args: { stage: 'removed' } };
