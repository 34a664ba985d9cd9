import type { Meta, StoryObj } from '@storybook/react-vite';
import { FeedHead } from './FeedHead.tsx';

const meta: Meta<typeof FeedHead> = {
  title: 'features/chat/FeedHead',
  component: FeedHead,
  parameters: { plane: 'sunken' },
  args: {
    state: 'start',
    startText: 'Your conversation with 윤하늘 begins here.',
    labels: {
      loading: 'Loading earlier messages',
      problem: 'Earlier messages did not load.',
      tryAgain: 'Try again',
    },
    onTryAgain: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof FeedHead>;

export const Start: Story = {};
export const Loading: Story = { args: { state: 'loading' } };
export const Problem: Story = { args: { state: 'problem' } };
export const More: Story = { args: { state: 'more' } };
