import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { mediaIdOf } from '#testing/sampleMedia.ts';
import { withServices } from '#testing/withServices.tsx';
import { PhotoGround, type PhotoGroundProps } from './PhotoGround.tsx';

function Stage(props: PhotoGroundProps) {
  return (
    <div data-ground="photo" className="relative h-80 bg-surface-sunken p-6 [--plane:var(--surface-sunken)]">
      <PhotoGround {...props} />
      <p className="relative w-fit rounded-bubble bg-bubble-other px-[13px] py-[7px] text-15 shadow-bubble">
        See you at the harbour?
      </p>
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/PhotoGround',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'none' },
  args: { id: mediaIdOf('harbour') },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Chosen: Story = {
  async play({ canvasElement }) {
    await waitFor(() =>
      expect(canvasElement.querySelector('img')).toHaveAttribute('src', expect.stringMatching(/^data:/)),
    );
  },
};
/** Neither on this device nor to be had: the plain ground stays. */
export const NotThere: Story = {
  parameters: { seed: { hasNoMedia: true } satisfies FakeSeed },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText('See you at the harbour?')).toBeVisible();
    await expect(canvasElement.querySelector('img')).toBeNull();
  },
};
