import type { Meta, StoryObj } from '@storybook/react-vite';
import { MessageMeta } from './MessageMeta.tsx';
import { ReactionRow } from './ReactionRow.tsx';

const at = (text: string) => ({ text, dateTime: '2025-03-03T07:05:00Z' });

const meta = {
  title: 'parts/MessageMeta',
  component: MessageMeta,
  parameters: { plane: 'sunken', width: 360 },
  args: { state: { kind: 'sent' }, time: at('07:05'), hasReactions: false, hasToolbar: false },
  decorators: [
    (Story, { args }) => (
      <div className="flex flex-row-reverse items-end gap-2">
        <div className="min-w-0">
          <p className="rounded-bubble bg-bubble-own px-[13px] py-[7px] text-bubble-own-ink">Kuncinya di bawah pot</p>
          {args.hasReactions && (
            <ReactionRow reactions={[{ emoji: '🗝️', count: 2, isMine: false, label: '🗝️ from 2' }]} tabIndex={0} />
          )}
        </div>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof MessageMeta>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Sent: Story = {};
export const Read: Story = { args: { state: { kind: 'read', label: 'Seen' } } };
export const ReadByMany: Story = { args: { state: { kind: 'read', label: 'Seen by 4,812' } } };
export const Waiting: Story = { args: { state: { kind: 'waiting', label: 'Leaves once you are online' } } };
/** The reason and the actions stand below the bubble: here is only the mark. */
export const Failed: Story = { args: { state: { kind: 'failed', reason: 'The file is too big.' } } };
/** In the middle of a run nothing stands here, until the message waits. */
export const Silent: Story = { args: { time: { ...at('07:05'), silent: 'Sent silently' } } };
export const MidRun: Story = { args: { time: undefined } };
export const MidRunWaiting: Story = { args: { ...Waiting.args, time: undefined } };
/** It stays on the bubble's base line. */
export const AboveReactions: Story = { args: { ...Read.args, hasReactions: true } };
export const LargeText: Story = { ...ReadByMany, parameters: { plane: 'sunken', width: 360, textScale: 1.4 } };
export const Languages: Story = {
  render: (args) => (
    <div className="flex flex-wrap gap-4">
      <MessageMeta {...args} state={{ kind: 'read', label: 'Dibaca 9' }} time={at('07.05')} />
      <MessageMeta {...args} state={{ kind: 'read', label: '既読 9' }} time={at('午前7:05')} />
      <MessageMeta {...args} state={{ kind: 'read', label: '읽음 9' }} time={at('오전 7:05')} />
      <MessageMeta {...args} state={{ kind: 'read', label: '已讀 9' }} time={at('上午7:05')} />
    </div>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', width: 360, dir: 'rtl' },
  args: { state: { kind: 'read', label: 'قرأها ٩' }, time: at('٧:٠٥ ص') },
};
