import type { Meta, StoryObj } from '@storybook/react-vite';
import { samplePictures, withPictures } from '#testing/sampleFaces.tsx';
import { Face } from './Face.tsx';

const meta = {
  title: 'parts/Face',
  component: Face,
  decorators: [withPictures],
  args: { face: '42', name: 'Dewi Larasati' },
} satisfies Meta<typeof Face>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Initials: Story = {};
export const ChosenColour: Story = { args: { face: 'c3' } };
export const Picture: Story = {
  args: { face: `42/${samplePictures.here}`, isOnline: true },
  async play({ canvasElement }) {
    const image = canvasElement.querySelector('img');
    if (!image?.src.startsWith('data:')) throw new Error('no picture');
  },
};
export const LargePlace: Story = { args: { face: `42/${samplePictures.here}`, size: 96, shape: 'place' } };
/** It cannot be shown: the initials in the person's own colour. */
export const Broken: Story = { args: { face: `42/${samplePictures.broken}` } };
/** It cannot be had: nothing moves. */
export const Never: Story = { args: { face: `42/${samplePictures.never}` } };
