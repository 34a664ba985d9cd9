import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppRemoval } from './AppRemoval.tsx';

const answers: FakeAnswers = { 'maker.remove': () => ({ ok: true, data: {} }) };

const meta: Meta<typeof AppRemoval> = {
  title: 'features/appMaker/AppRemoval',
  component: AppRemoval,
  decorators: [withServices({ answers })],
  parameters: { plane: 'sunken', width: 680 },
  args: { id: toAppId('antre-dulu'), people: 1_284, onRemoved: fn() },
};
export default meta;
type Story = StoryObj<typeof AppRemoval>;

export const Offered: Story = {};
export const Removed: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove …' }));
    await screen.findByText(/1284 people have opened it|1,284 people have opened it/);
    await userEvent.type(screen.getByLabelText('Type antre-dulu to confirm'), 'antre-dulu');
    await userEvent.click(screen.getByRole('button', { name: 'Remove for good' }));
    await waitFor(() => expect(args.onRemoved).toHaveBeenCalledOnce());
  },
};
/** It is still there, and the id that was typed as well. */
export const NoNetwork: Story = {
  parameters: { seed: { answers: {} } },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove …' }));
    await userEvent.type(screen.getByLabelText('Type antre-dulu to confirm'), 'antre-dulu');
    await userEvent.click(screen.getByRole('button', { name: 'Remove for good' }));
    await screen.findByText(/cannot be reached/);
    await expect(screen.getByLabelText('Type antre-dulu to confirm')).toHaveValue('antre-dulu');
    await expect(args.onRemoved).not.toHaveBeenCalled();
  },
};
export const JapaneseLargeTextPhone: Story = {
  parameters: { textScale: 1.4, width: 328 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
