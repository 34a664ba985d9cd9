import type { Meta, StoryObj } from '@storybook/react-vite';
import { RotateCw, UserPlus } from 'lucide-react';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

const meta = {
  title: 'ui/EmptyState',
  component: EmptyState,
  parameters: { width: 360 },
  args: {
    title: 'No chats yet',
    text: 'Say hello to somebody you know.',
    action: (
      <Button size="small" icon={UserPlus}>
        Find friends
      </Button>
    ),
  },
} satisfies Meta<typeof EmptyState>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const Waving: Story = {
  args: { pose: 'wave', title: 'Say hello', text: 'Write the first message.', action: undefined },
};
export const Failed: Story = {
  args: {
    title: 'Members did not load',
    text: 'The chat itself works. We try again when you are online.',
    action: (
      <Button size="small" kind="tonal" icon={RotateCw}>
        Try now
      </Button>
    ),
  },
};
export const WithoutTika: Story = {
  args: { pose: 'none', title: 'Nothing found', text: 'Try fewer words.', action: undefined },
};
export const Japanese: Story = {
  args: {
    title: 'トークはまだありません',
    text: '知っている人に声をかけてみましょう。',
    action: <Button size="small">友だちを探す</Button>,
  },
};
export const VeryLong: Story = {
  parameters: { width: 260 },
  args: {
    title: 'Belum ada percakapan yang tersimpan di perangkat ini untuk saat ini',
    text: 'Percakapan yang kamu buka di perangkat lain akan muncul di sini begitu jaringan kembali, tanpa perlu melakukan apa pun.',
    action: (
      <>
        <Button size="small">Cari teman</Button>
        <Button size="small" kind="quiet">
          Muat ulang
        </Button>
      </>
    ),
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { title: 'لا توجد محادثات بعد', text: 'قل مرحبًا لشخص تعرفه.' },
};
