import type { Meta, StoryObj } from '@storybook/react-vite';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { JoinCard } from './JoinCard.tsx';
import type { JoinView } from './JoinView.ts';

const nothing = () => {};
const chat: Extract<JoinView, { kind: 'chat' }> = {
  kind: 'chat',
  c: 2_001,
  chatKind: 2,
  title: '週末さんぽ部',
  about: '低い山、長い道、温泉で解散。週末だけのゆるい部活です。',
  count: 14,
  isFull: false,
  asks: false,
  me: 'out',
};
const asking = { ...chat, asks: true, question: 'Which path did you walk last?' };

const meta: Meta<typeof JoinCard> = {
  title: 'features/joining/JoinCard',
  component: JoinCard,
  decorators: [
    (Story) => (
      <div className="mx-auto w-full max-w-110 p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    view: chat,
    isBusy: false,
    problem: undefined,
    taken: undefined,
    entrance: ({ id, onEnter }) => (
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          onEnter({ name: 'カメラ' });
        }}
      >
        <TextField label="Your name here" value="カメラ" onChange={nothing} />
      </form>
    ),
    onJoin: nothing,
    onWithdraw: nothing,
    onRetry: nothing,
    home: (
      <LinkButton href="/chats" kind="quiet">
        To my chats
      </LinkButton>
    ),
  },
};
export default meta;
type Story = StoryObj<typeof JoinCard>;

export const Open: Story = {};
export const Joining: Story = { args: { isBusy: true } };
export const WithoutWords: Story = { args: { view: { ...chat, title: undefined, about: undefined, count: 1 } } };
export const Community: Story = {
  args: { view: { ...chat, chatKind: 3, title: 'Film Pelan · 慢速底片', count: 4_962 } },
};
export const Question: Story = { args: { view: asking } };
export const ApprovalWithoutQuestion: Story = { args: { view: { ...asking, question: undefined } } };
export const Waiting: Story = { args: { view: { ...asking, me: 'waiting' } } };
export const WaitingForCommunity: Story = {
  args: { view: { ...asking, chatKind: 3, me: 'waiting', name: 'カメラ' } },
};
export const Refused: Story = { args: { view: { ...asking, me: 'refused', again: 'Sunday 19:21' } } };
export const Banned: Story = { args: { view: { ...chat, me: 'banned' } } };
export const Full: Story = { args: { view: { ...chat, isFull: true, count: 500 } } };
export const Gone: Story = { args: { view: { kind: 'gone' } } };
export const Loading: Story = { args: { view: { kind: 'loading' } } };
export const Offline: Story = {
  args: { view: { kind: 'failed', problem: 'The server cannot be reached right now.' } },
};
export const Problem: Story = { args: { problem: 'The server cannot be reached right now.' } };
export const VeryLong: Story = {
  args: {
    view: {
      ...asking,
      title: 'Launch — Q3 field research and everything that comes after it',
      about: 'A description that does not want to end, '.repeat(20),
      question: 'Why do you want to be here, and what will you bring along? '.repeat(3),
    },
  },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { view: asking }, parameters: { dir: 'rtl' } };
