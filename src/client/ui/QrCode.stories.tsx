import type { Meta, StoryObj } from '@storybook/react-vite';
import { QrCode } from './QrCode.tsx';

const squares = Array.from({ length: 25 }, (_r, y) =>
  Array.from({ length: 25 }, (_c, x) => {
    const isCorner = (x < 7 && y < 7) || (x > 17 && y < 7) || (x < 7 && y > 17);
    return isCorner
      ? x % 6 === 0 || y % 6 === 0 || (x % 18 > 1 && x % 18 < 5 && y % 18 > 1 && y % 18 < 5)
      : (x * y + x) % 3 === 0;
  }),
);

const meta: Meta<typeof QrCode> = {
  title: 'ui/QrCode',
  component: QrCode,
  args: { squares, label: 'QR code of the invite link' },
};
export default meta;
type Story = StoryObj<typeof QrCode>;

export const Usual: Story = {};
export const Small: Story = { args: { size: 120 } };
export const WiderThanItsPlace: Story = {
  args: { size: 600 },
  globals: { viewport: { value: 'phone' } },
};
