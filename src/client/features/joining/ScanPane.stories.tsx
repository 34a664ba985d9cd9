import type { Meta, StoryObj } from '@storybook/react-vite';
import { withServices } from '#testing/withServices.tsx';
import { ScanPane } from './ScanPane.tsx';

const meta: Meta<typeof ScanPane> = {
  title: 'features/joining/ScanPane',
  component: ScanPane,
  decorators: [withServices({}, '/scan')],
  parameters: { plane: 'none' },
};
export default meta;
type Story = StoryObj<typeof ScanPane>;

export const Usual: Story = {};
export const WithoutACamera: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Use the camera' }));
    await canvas.findByText(/No camera was found/);
  },
};
/** What is not ours is shown and never opened. */
export const ForeignCode: Story = {
  parameters: { seed: { scanned: 'https://elsewhere.example/join/abcdefghijkl' } },
  async play({ canvas, userEvent }) {
    await userEvent.upload(await canvas.findByLabelText('Choose a picture', { selector: 'input' }), [
      new File(['x'], 'code.png', { type: 'image/png' }),
    ]);
    await canvas.findByText('https://elsewhere.example/join/abcdefghijkl');
  },
};
export const PictureWithoutACode: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.upload(await canvas.findByLabelText('Choose a picture', { selector: 'input' }), [
      new File(['x'], 'cat.png', { type: 'image/png' }),
    ]);
    await canvas.findByText(/no QR code in this picture/);
  },
};
