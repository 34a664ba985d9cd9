import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleReviews } from '#testing/sampleMakers.ts';
import { ReportedCard } from './ReportedCard.tsx';

const [item] = sampleReviews.reports;
if (!item) throw new Error('samples are missing');

const meta: Meta<typeof ReportedCard> = {
  title: 'features/appReview/ReportedCard',
  component: ReportedCard,
  parameters: { plane: 'sunken', width: 720 },
  args: { item, isBusy: false, onCloseApp: () => {}, onSettle: () => {} },
};
export default meta;
type Story = StoryObj<typeof ReportedCard>;

export const Two: Story = {};
export const Busy: Story = { args: { isBusy: true } };
/** A reason that this version does not know is shown as "something else". */
export const UnknownReason: Story = {
  args: { item: { ...item, reports: [{ id: '1', at: 1_760_000_000_000, reason: 'haunted' }] } },
};
export const Chinese: Story = { globals: { language: 'zh-TW' } };
