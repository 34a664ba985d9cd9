import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { drawnPicture } from '#testing/fakeMediaKit.ts';
import { SoftImage, type SoftImageProps } from './SoftImage.tsx';

function Stage(props: SoftImageProps) {
  return (
    <div className="relative size-40 overflow-hidden rounded-card bg-press">
      <SoftImage {...props} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'parts/SoftImage',
  component: Stage,
  args: { src: drawnPicture('sea'), onBroken: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const imageIn = (place: HTMLElement): HTMLImageElement | null => place.querySelector('img');

export const Shown: Story = {
  async play({ canvasElement, args }) {
    await waitFor(() => expect(imageIn(canvasElement)).not.toHaveClass('opacity-0'));
    await expect(args.onBroken).not.toHaveBeenCalled();
  },
};
/** Nothing of a broken picture is seen, and whoever has another address is told. */
export const Broken: Story = {
  args: { src: 'data:image/png;base64,AAAA' },
  async play({ canvasElement, args }) {
    await waitFor(() => expect(args.onBroken).toHaveBeenCalledWith(args.src));
    await expect(imageIn(canvasElement)).toHaveClass('opacity-0');
  },
};
export const NotThere: Story = {
  args: { src: undefined },
  async play({ canvasElement }) {
    await expect(imageIn(canvasElement)).toBeNull();
  },
};
