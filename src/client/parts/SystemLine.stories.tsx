import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { SystemLine } from './SystemLine.tsx';

const meta = {
  title: 'parts/SystemLine',
  component: SystemLine,
  parameters: { plane: 'sunken', width: 480 },
  args: { text: 'Ingrid Olsen left' },
} satisfies Meta<typeof SystemLine>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
/** In a feed it is a stop like a message. */
export const Focus: Story = {
  args: { tabIndex: 0 },
  play: async ({ args, canvasElement }) => {
    await userEvent.tab();
    await expect(within(canvasElement).getByText(args.text)).toHaveFocus();
  },
};
export const VeryLong: Story = {
  parameters: { plane: 'sunken', width: 260, textScale: 1.4 },
  args: {
    text: 'Bram Santoso menambahkan 小林さくら, 박서준, 林佳穎, Ingrid Olsen dan Raden Ajeng Kusumawardhani-Notohadiningrat',
  },
};
export const Languages: Story = {
  render: () => (
    <>
      <SystemLine text="Bram keluar dari grup" />
      <SystemLine text="小林さくらが退出しました" />
      <SystemLine text="박서준님이 나갔습니다" />
      <SystemLine text="林佳穎已離開" />
    </>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', width: 480, dir: 'rtl' },
  args: { text: 'غادرت Ingrid المجموعة' },
};
