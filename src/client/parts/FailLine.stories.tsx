import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { FailLine } from './FailLine.tsx';

const meta = {
  title: 'parts/FailLine',
  component: FailLine,
  parameters: { plane: 'sunken', width: 420 },
  args: {
    reason: 'It did not go out.',
    labels: { retry: 'Send again', discard: 'Throw away' },
    onRetry: fn(),
    onDiscard: fn(),
    tabIndex: 0,
  },
} satisfies Meta<typeof FailLine>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Both: Story = {
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Send again' }));
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Throw away' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
    await expect(args.onDiscard).toHaveBeenCalledOnce();
  },
};
/** Nothing would change by trying again. */
export const OnlyDiscard: Story = {
  args: { reason: 'Bram does not take messages from you.', onRetry: undefined },
};
export const NoAction: Story = { args: { onRetry: undefined, onDiscard: undefined } };
export const Hover: Story = {
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
};
export const Focus: Story = {
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const VeryLong: Story = {
  parameters: { plane: 'sunken', width: 312, textScale: 1.4 },
  args: {
    reason: 'Tidak terkirim: berkas ini lebih besar daripada yang diterima server, dan koneksimu terputus dua kali.',
    labels: { retry: 'Coba kirim ulang', discard: 'Buang pesan ini' },
  },
};
export const Languages: Story = {
  render: (args) => (
    <>
      <FailLine {...args} reason="送信できませんでした。" labels={{ retry: '再送信', discard: '破棄' }} />
      <FailLine {...args} reason="보내지 못했어요." labels={{ retry: '다시 보내기', discard: '버리기' }} />
      <FailLine {...args} reason="未能送出。" labels={{ retry: '重新傳送', discard: '捨棄' }} />
    </>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', width: 420, dir: 'rtl' },
  args: { reason: 'لم تُرسل الرسالة.', labels: { retry: 'أعد الإرسال', discard: 'تجاهل' } },
};
