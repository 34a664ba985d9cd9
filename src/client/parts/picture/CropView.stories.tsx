import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { samplePicture } from '#testing/sampleFaces.tsx';
import { wholeCrop } from './clampCrop.ts';
import { CropView } from './CropView.tsx';

const extent = { width: 640, height: 400 };

const meta: Meta<typeof CropView> = {
  title: 'parts/picture/CropView',
  component: CropView,
  parameters: { plane: 'raised', width: 440 },
  args: { src: samplePicture, extent, crop: wholeCrop, shape: 'person' },
  render: function Render(args) {
    const [crop, setCrop] = useState(args.crop);
    return <CropView {...args} crop={crop} onChange={setCrop} />;
  },
};
export default meta;
type Story = StoryObj<typeof CropView>;

export const Person: Story = {};
export const Place: Story = { args: { shape: 'place' } };
export const Enlarged: Story = { args: { crop: { x: 0.3, y: 0.4, zoom: 2.5 } } };
/** The keyboard moves and enlarges; the focus is seen on the picture. */
export const ByKeyboard: Story = {
  async play({ canvas, userEvent }) {
    const across = await canvas.findByRole<HTMLInputElement>('slider', { name: 'Left or right' });
    across.focus();
    const before = across.valueAsNumber;
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    if (across.valueAsNumber <= before) throw new Error('the arrow did not move the picture');
    await userEvent.keyboard('+++');
    const zoom = canvas.getByRole<HTMLInputElement>('slider', { name: 'Size' });
    if (zoom.valueAsNumber <= 1) throw new Error('plus did not enlarge');
  },
};
export const Indonesian: Story = { globals: { language: 'id' }, parameters: { textScale: 1.4 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
