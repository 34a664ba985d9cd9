import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { Toast } from './Toast.tsx';
import { ToastRegion } from './ToastRegion.tsx';

const meta = {
  title: 'ui/Toast',
  component: Toast,
  parameters: { plane: 'sunken' },
  args: { text: 'Chat archived', closeLabel: 'Close', onClose: fn(), durationMs: null },
  decorators: [
    (Story) => (
      <div className="h-[160px]">
        <ToastRegion label="Notices">
          <Story />
        </ToastRegion>
      </div>
    ),
  ],
} satisfies Meta<typeof Toast>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Plain: Story = {};
export const WithAction: Story = { args: { action: { label: 'Undo', onClick: fn() } } };
export const Done: Story = { args: { tone: 'ok', text: 'Copied' } };
export const Failed: Story = {
  args: { tone: 'danger', text: 'Ana could not be added: she blocked group invitations.' },
};
export const Focus: Story = {
  args: { action: { label: 'Undo', onClick: fn() } },
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const GoesByItself: Story = {
  args: { durationMs: 50 },
  play: async ({ args }) => waitFor(() => expect(args.onClose).toHaveBeenCalled()),
};
export const VeryLong: Story = {
  args: {
    text: 'Percakapan ini disimpan di arsip dan kembali ke daftar begitu ada pesan baru dari siapa pun di dalamnya',
    action: { label: 'Urungkan', onClick: fn() },
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { text: 'تمت أرشفة المحادثة', action: { label: 'تراجع', onClick: fn() } },
};
