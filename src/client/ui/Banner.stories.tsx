import type { Meta, StoryObj } from '@storybook/react-vite';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';

const meta = {
  title: 'ui/Banner',
  component: Banner,
  parameters: { width: 420 },
  args: { title: 'Reconnecting.', children: 'These leave in this order as soon as you are back.' },
} satisfies Meta<typeof Banner>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Tones: Story = {
  render: () => (
    <div className="grid gap-2">
      <Banner title="Reconnecting.">These leave in this order as soon as you are back.</Banner>
      <Banner tone="danger" title="This device is full.">
        Messages stay in memory only until you clear some media. Nothing unsent is lost.
      </Banner>
      <Banner tone="info">You join under a name you choose.</Banner>
      <Banner tone="ok">Back online. 2 messages sent.</Banner>
    </div>
  ),
};
export const WithAction: Story = {
  args: {
    action: (
      <Button size="small" kind="quiet">
        Try now
      </Button>
    ),
  },
};
export const VeryLong: Story = {
  parameters: { width: 260 },
  args: {
    tone: 'danger',
    title: 'アカウントからログアウトされました。',
    children:
      'このパスワードは別の端末で変更されました。未送信のメッセージはこの端末に残っています。もう一度ログインすると送信されます。',
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { title: 'جارٍ إعادة الاتصال.', children: 'ستُرسل هذه بالترتيب فور عودتك.' },
};
