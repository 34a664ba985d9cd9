import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleReviews } from '#testing/sampleMakers.ts';
import { WaitingCard } from './WaitingCard.tsx';

const [wider, first] = sampleReviews.waiting;
if (!wider || !first) throw new Error('samples are missing');
const nothing = () => {};

const meta: Meta<typeof WaitingCard> = {
  title: 'features/appReview/WaitingCard',
  component: WaitingCard,
  parameters: { plane: 'sunken', width: 720 },
  args: { item: wider, isBusy: false, onPreview: nothing, onApprove: nothing, onDecline: nothing },
};
export default meta;
type Story = StoryObj<typeof WaitingCard>;

export const AnyHost: Story = {};
export const FirstVersion: Story = { args: { item: first } };
export const Busy: Story = { args: { isBusy: true } };
export const NoPreview: Story = { args: { onPreview: undefined } };
export const Phone: Story = { parameters: { width: 340 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
