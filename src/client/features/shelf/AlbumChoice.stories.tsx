import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { samplePhoto } from '#testing/sampleMedia.ts';
import { AlbumChoice } from './AlbumChoice.tsx';

const meta: Meta<typeof AlbumChoice> = {
  title: 'features/shelf/AlbumChoice',
  component: AlbumChoice,
  args: {
    album: { n: 'Borobudur', k: 24, cv: samplePhoto('cover1') },
    source: fakeMediaKit(() => undefined).files,
    isBusy: false,
    isDisabled: false,
    onPick: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof AlbumChoice>;

export const Usual: Story = {
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button'));
    await expect(args.onPick).toHaveBeenCalledOnce();
  },
};
export const Empty: Story = { args: { album: { n: '夜市', k: 0 } } };
export const Busy: Story = {
  args: { isBusy: true, isDisabled: true },
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button'));
    await expect(args.onPick).not.toHaveBeenCalled();
  },
};
