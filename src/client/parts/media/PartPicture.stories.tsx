import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { samplePhoto, sampleVideo } from '#testing/sampleMedia.ts';
import { PartPicture, type PartPictureProps } from './PartPicture.tsx';

const { files } = fakeMediaKit(() => undefined);
const watched = { ...files, hold: fn(files.hold) };

function Stage(props: PartPictureProps) {
  return (
    <div className="relative size-40 overflow-hidden rounded-card bg-press">
      <PartPicture {...props} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'parts/PartPicture',
  component: Stage,
  args: { part: samplePhoto('sea'), source: files },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Photo: Story = {
  async play({ canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('img')).not.toHaveClass('opacity-0'));
  },
};
/** Nobody asks for a copy of it that there is not. */
export const Film: Story = {
  args: { part: sampleVideo('jeep'), source: watched },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('img')).toBeNull();
    await expect(watched.hold).not.toHaveBeenCalled();
  },
};
export const NotLoaded: Story = {
  args: { source: undefined },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('img')).toBeNull();
  },
};
