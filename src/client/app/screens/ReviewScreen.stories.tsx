import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleReviews } from '#testing/sampleMakers.ts';
import { sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { AppShell } from './AppShell.tsx';
import { ReviewScreen } from './ReviewScreen.tsx';

const seed: FakeSeed = {
  ...sampleSeed,
  account: { ...sampleMe, admin: true },
  health: {},
  answers: { 'review.list': () => ({ ok: true, data: sampleReviews }) },
};

const meta: Meta<typeof ReviewScreen> = {
  title: 'screens/Review',
  component: ReviewScreen,
  decorators: [withServices(seed, '/apps/review')],
  parameters: { plane: 'none' },
  render: () => (
    <AppShell>
      <ReviewScreen />
    </AppShell>
  ),
};
export default meta;
type Story = StoryObj<typeof ReviewScreen>;

export const Desk: Story = { globals: { viewport: { value: 'desk' } } };
export const Tablet: Story = { globals: { viewport: { value: 'tablet' } } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const PhoneJapanese: Story = { globals: { viewport: { value: 'phone' }, language: 'ja' } };
