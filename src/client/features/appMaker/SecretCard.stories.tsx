import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { catchCopies, refuseCopies } from '#testing/fakeClipboard.ts';
import { SecretCard } from './SecretCard.tsx';

const meta: Meta<typeof SecretCard> = {
  title: 'features/appMaker/SecretCard',
  component: SecretCard,
  parameters: { plane: 'raised', width: 600 },
  args: { token: '7100000001:AAH4d0kQeXw9tYv3uLr8pNz2sBmCfGjKiDo', onDone: fn() },
};
export default meta;
type Story = StoryObj<typeof SecretCard>;

export const Once: Story = {};
export const Phone: Story = { parameters: { width: 320, textScale: 1.4 }, globals: { language: 'id' } };

export const Copied: Story = {
  async play({ args, canvas, userEvent }) {
    const written = catchCopies();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy the secret' }));
    await canvas.findByRole('button', { name: 'Copied' });
    await expect(written).toEqual([args.token]);
  },
};
/** It is not shown again: nobody may believe that it was copied. */
export const NotCopied: Story = {
  async play({ canvas, userEvent }) {
    refuseCopies();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy the secret' }));
    await expect(await canvas.findByText(/^Could not be copied/)).toBeVisible();
    await canvas.findByRole('button', { name: 'Copy the secret' });
  },
};
