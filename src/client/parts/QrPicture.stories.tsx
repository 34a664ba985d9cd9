import type { Meta, StoryObj } from '@storybook/react-vite';
import { QrPicture } from './QrPicture.tsx';

const encode = async (text: string) =>
  Array.from({ length: 21 }, (_r, y) =>
    Array.from({ length: 21 }, (_c, x) => (text.charCodeAt((x + y) % text.length) + x * y) % 3 === 0),
  );

const meta: Meta<typeof QrPicture> = {
  title: 'parts/QrPicture',
  component: QrPicture,
  args: { text: 'https://kabar.example/add/minori.ao', encode, label: 'QR code of @minori.ao' },
};
export default meta;
type Story = StoryObj<typeof QrPicture>;

export const Made: Story = {
  async play({ canvas }) {
    await canvas.findByRole('img', { name: 'QR code of @minori.ao' });
  },
};
/** Its code is still on the way: the place is kept. */
export const OnItsWay: Story = { args: { encode: () => new Promise(() => undefined) } };
