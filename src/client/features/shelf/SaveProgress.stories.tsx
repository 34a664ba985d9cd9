import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { SaveProgress } from './SaveProgress.tsx';

const meta: Meta<typeof SaveProgress> = {
  title: 'features/shelf/SaveProgress',
  component: SaveProgress,
  parameters: { plane: 'sunken' },
  args: { done: 3, total: 12, isRunning: true, failed: 0, onRetry: fn(), onStop: fn() },
};
export default meta;
type Story = StoryObj<typeof SaveProgress>;

export const Running: Story = {
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(args.onStop).toHaveBeenCalledOnce();
  },
};
export const Done: Story = { args: { done: 12, isRunning: false } };
export const Failed: Story = {
  args: { done: 12, isRunning: false, failed: 2 },
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
