import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { sampleGallery, samplePictures } from '#testing/sampleGallery.ts';
import { samplePhoto } from '#testing/sampleMedia.ts';
import { withServices } from '#testing/withServices.tsx';
import { MediaViewerPane } from './MediaViewerPane.tsx';

const [newest] = samplePictures();
const meta: Meta<typeof MediaViewerPane> = {
  title: 'features/media/MediaViewerPane',
  component: MediaViewerPane,
  decorators: [withServices({ ...sampleSeed, galleries: { pictures: sampleGallery('pictures') } })],
  args: {
    c: jogja,
    message: { s: newest?.s, u: newest?.u ?? 0, at: newest?.at ?? 0, f: newest?.f ?? [] },
    index: 0,
    onReply: fn(),
    onForward: fn(),
    onJump: fn(),
    onClose: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof MediaViewerPane>;

export const OverTheGallery: Story = {
  async play({ args }) {
    await screen.findByRole('list', { name: 'Before and after' });
    await userEvent.click(await screen.findByRole('button', { name: 'Previous' }));
    await userEvent.click(screen.getByRole('button', { name: 'Forward' }));
    await expect(args.onForward).toHaveBeenCalledWith((newest?.s ?? 0) - 1);
    await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalled();
  },
};
/** Nothing but the message itself is known, and one of its pictures cannot be saved. */
export const Alone: Story = {
  args: { message: { s: 1, u: 0, at: 0, f: [samplePhoto('lost')], x: 'gone' } },
  parameters: { seed: { ...sampleSeed, galleries: null } },
  async play() {
    await userEvent.click(await screen.findByRole('button', { name: /^Save/ }));
    await screen.findByText(/could not be fetched/);
  },
};
