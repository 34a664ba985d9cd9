import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { UnreadLine } from './UnreadLine.tsx';

const meta = {
  title: 'ui/UnreadLine',
  component: UnreadLine,
  parameters: { plane: 'sunken', width: 480 },
  args: { text: 'New since this morning' },
} satisfies Meta<typeof UnreadLine>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ args, canvasElement }) => {
    await expect(within(canvasElement).getByRole('separator', { name: args.text })).toBeVisible();
  },
};
export const OnSurface: Story = { parameters: { width: 480 } };
/** The words may break into lines, the lines beside them never vanish. */
export const VeryLong: Story = {
  parameters: { plane: 'sunken', width: 260, textScale: 1.4 },
  args: { text: 'Pesan yang belum kamu baca sejak kemarin sore' },
};
export const Languages: Story = {
  render: () => (
    <>
      <UnreadLine text="Belum dibaca" />
      <UnreadLine text="ここから未読" />
      <UnreadLine text="以下為未讀訊息" />
    </>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', width: 480, dir: 'rtl' },
  args: { text: 'غير مقروءة منذ الصباح' },
};
