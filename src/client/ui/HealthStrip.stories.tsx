import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from './Button.tsx';
import { HealthStrip } from './HealthStrip.tsx';

const meta = {
  title: 'ui/HealthStrip',
  component: HealthStrip,
  parameters: { plane: 'none' },
  args: {
    title: 'Reconnecting',
    what: 'You can read and write as usual',
    waiting: '2 messages waiting',
    action: (
      <Button kind="ghost" size="small">
        Show
      </Button>
    ),
  },
} satisfies Meta<typeof HealthStrip>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Reconnecting: Story = {};
export const BackOnline: Story = {
  args: { tone: 'ok', title: 'Back online', what: undefined, waiting: '2 messages sent', action: undefined },
};
export const DeviceFull: Story = {
  args: {
    tone: 'danger',
    title: 'This device is full',
    what: 'Messages stay in memory only; nothing unsent is lost',
    waiting: undefined,
    action: (
      <Button kind="ghost" size="small">
        Clear media
      </Button>
    ),
  },
};
export const VeryLong: Story = {
  args: {
    title: 'Menyambungkan kembali',
    what: 'Kamu tetap bisa membaca dan menulis seperti biasa selama jaringan belum kembali',
    waiting: '2 pesan menunggu dikirim',
  },
};
export const Languages: Story = {
  render: () => (
    <>
      <HealthStrip title="再接続中" what="いつもどおり読み書きできます" waiting="未送信 2件" />
      <HealthStrip title="다시 연결하는 중" waiting="메시지 2개 대기 중" />
      <HealthStrip title="重新連線中" waiting="2 則訊息等待傳送" />
    </>
  ),
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: {
    title: 'جارٍ إعادة الاتصال',
    what: undefined,
    waiting: 'رسالتان في الانتظار',
    action: (
      <Button kind="ghost" size="small">
        عرض
      </Button>
    ),
  },
};
