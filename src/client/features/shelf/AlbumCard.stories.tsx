import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { samplePhoto, sampleVideo } from '#testing/sampleMedia.ts';
import { AlbumCard, type AlbumCardProps } from './AlbumCard.tsx';

const { files } = fakeMediaKit(() => undefined);

function Stage(props: AlbumCardProps) {
  return (
    <div className="w-44">
      <AlbumCard {...props} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/shelf/AlbumCard',
  component: Stage,
  args: {
    ...{ name: 'Borobudur', count: 24, by: 'Dewi', cover: samplePhoto('cover1'), source: files, href: '#album' },
    onOpen: fn((event) => event.preventDefault()),
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Usual: Story = {
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('link', { name: /Borobudur.*24 photos and videos/ }));
    await expect(args.onOpen).toHaveBeenCalledOnce();
  },
};
export const Empty: Story = { args: { cover: undefined, count: 0 } };
export const FilmCover: Story = { args: { cover: sampleVideo('jeep') } };
export const NotLoaded: Story = { args: { source: undefined } };
export const Long: Story = {
  args: { name: 'Perjalanan panjang sekali yang tidak muat dalam satu baris', count: 1_000 },
};
export const RightToLeft: Story = { args: { name: 'رحلة البحر' }, parameters: { dir: 'rtl' } };
