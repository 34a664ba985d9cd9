import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleAppCard } from '#testing/sampleMakers.ts';
import { AppHead } from './AppHead.tsx';

const meta: Meta<typeof AppHead> = {
  title: 'features/appReview/AppHead',
  component: AppHead,
  parameters: { plane: 'raised', width: 680 },
  args: { app: sampleAppCard },
};
export default meta;
type Story = StoryObj<typeof AppHead>;

export const Card: Story = {};
export const NewWords: Story = { args: { manifest: { names: { en: 'Queue' }, about: { en: 'A number for you' } } } };
export const Long: Story = {
  args: { app: { ...sampleAppCard, host: `${'antre-'.repeat(9)}.localhost:8787`, people: 0 } },
  parameters: { width: 320 },
};
