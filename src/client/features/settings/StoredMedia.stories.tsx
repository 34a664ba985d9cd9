import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { withServices } from '#testing/withServices.tsx';
import { StoredMedia } from './StoredMedia.tsx';

const meta: Meta<typeof StoredMedia> = {
  title: 'features/settings/StoredMedia',
  component: StoredMedia,
  decorators: [withServices({})],
  args: { onCleared: fn() },
};
export default meta;
type Story = StoryObj<typeof StoredMedia>;

export const Kept: Story = {
  async play({ args }) {
    await expect(await screen.findByRole('radio', { name: '500 MB' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '200 MB' }));
    await waitFor(() => expect(args.onCleared).toHaveBeenCalledOnce());
    await userEvent.click(screen.getByRole('button', { name: 'Remove from this device' }));
    await waitFor(() => expect(args.onCleared).toHaveBeenCalledTimes(2));
  },
};
/** Its code cannot be had: the page shows the rest. */
export const NotLoaded: Story = { parameters: { seed: { hasNoMedia: true } } };
