import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from './Button.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';

const meta = {
  title: 'ui/ErrorScreen',
  component: ErrorScreen,
  parameters: { plane: 'none' },
  args: {
    title: 'This page stumbled',
    safe: 'Your chats and unsent messages are kept on this device.',
    advice: 'Reload the page. If it happens again, tell us the code below.',
    actions: (
      <>
        <Button>Reload</Button>
        <Button kind="quiet">Go to chats</Button>
      </>
    ),
    code: 'r-7f3a91',
  },
} satisfies Meta<typeof ErrorScreen>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const NotFound: Story = {
  args: {
    title: 'Nothing lives at this address',
    safe: 'Nothing was lost: the link may be old or cut off.',
    advice: 'Look for the chat in your list.',
    actions: <Button>Go to chats</Button>,
    code: undefined,
  },
};
export const Korean: Story = {
  args: {
    title: '이 화면을 보여 드릴 수 없어요',
    safe: '대화와 보내지 않은 메시지는 이 기기에 그대로 있습니다.',
    advice: '페이지를 새로 고쳐 주세요.',
    actions: <Button>새로 고침</Button>,
  },
};
