import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { AddProgress } from './AddProgress.tsx';

const idle = { isRunning: false, done: 0, total: 0, sent: 0, failed: [] };

const meta: Meta<typeof AddProgress> = {
  title: 'features/shelf/AddProgress',
  component: AddProgress,
  parameters: { plane: 'sunken' },
  args: { state: { ...idle, isRunning: true, done: 1, total: 5, sent: 0.4 }, onRetry: fn(), onCancel: fn() },
};
export default meta;
type Story = StoryObj<typeof AddProgress>;

export const Running: Story = {
  async play({ canvas, args, userEvent }) {
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '28');
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(args.onCancel).toHaveBeenCalledOnce();
  },
};
export const Failed: Story = {
  args: {
    state: {
      ...idle,
      failed: [
        { name: 'borobudur.jpg', problem: { code: 'UNAVAILABLE' } },
        { name: 'a-file-with-a-very-long-name-that-does-not-fit-anywhere.tiff', problem: 'other' },
        { name: 'three.jpg', problem: { code: 'FULL' } },
        { name: 'four.jpg', problem: 'tooLarge' },
      ],
    },
  },
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
/** What can never come in is not tried again. */
export const FailedForGood: Story = {
  args: { state: { ...idle, failed: [{ name: 'notes.txt', problem: 'other' }] } },
  async play({ canvas }) {
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull();
  },
};
export const Idle: Story = { args: { state: idle } };
