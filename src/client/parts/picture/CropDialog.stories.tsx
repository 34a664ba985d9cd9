import type { Meta, StoryObj } from '@storybook/react-vite';
import { samplePicture } from '#testing/sampleFaces.tsx';
import { CropDialog } from './CropDialog.tsx';

const nothing = () => {};

const meta: Meta<typeof CropDialog> = {
  title: 'parts/picture/CropDialog',
  component: CropDialog,
  args: {
    src: samplePicture,
    extent: { width: 640, height: 400 },
    shape: 'person',
    onUse: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof CropDialog>;

export const Wide: Story = {};
export const Tall: Story = { args: { extent: { width: 300, height: 900 } } };
export const Japanese: Story = { globals: { language: 'ja', viewport: { value: 'phone' } } };
