import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { samplePhoto, sampleVideo } from '#testing/sampleMedia.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { MediaViewer } from './MediaViewer.tsx';

const meta: Meta<typeof MediaViewer> = {
  title: 'features/media/MediaViewer',
  component: MediaViewer,
  decorators: [withServices({})],
  args: {
    c: 1,
    content: { b: { f: [samplePhoto('sawah'), samplePhoto('pasar'), samplePhoto('lost', { w: 800, h: 1_200 })] } },
    index: 0,
    at: sampleNow - 3_600_000,
    sender: 2,
    isOwn: false,
    onClose: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof MediaViewer>;

export const First: Story = {
  async play({ args }) {
    await screen.findByRole('img', { name: 'Photo 1 of 3' });
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByRole('img', { name: 'Photo 2 of 3' });
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await screen.findByRole('img', { name: 'Photo 1 of 3' });
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
export const Film: Story = { args: { content: { b: { f: [sampleVideo('jeep')] } } } };
export const NotHere: Story = {
  args: { index: 2 },
  async play() {
    await screen.findByRole('img', { name: 'Photo 3 of 3' });
    await userEvent.click(screen.getByRole('button', { name: /Save/ }));
    await screen.findByText(/could not be fetched/);
  },
};
