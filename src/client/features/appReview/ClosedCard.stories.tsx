import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleReviews } from '#testing/sampleMakers.ts';
import { ClosedCard } from './ClosedCard.tsx';

const [item] = sampleReviews.closed;
if (!item) throw new Error('samples are missing');

const meta: Meta<typeof ClosedCard> = {
  title: 'features/appReview/ClosedCard',
  component: ClosedCard,
  parameters: { plane: 'sunken', width: 720 },
  args: { item, isBusy: false, onReopen: () => {} },
};
export default meta;
type Story = StoryObj<typeof ClosedCard>;

export const WithNote: Story = {};
export const WithoutNote: Story = { args: { item: { ...item, note: '' } } };
export const Busy: Story = { args: { isBusy: true } };
