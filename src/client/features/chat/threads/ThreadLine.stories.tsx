import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toChatId } from '#protocol/casts.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { ThreadLine } from './ThreadLine.tsx';
import type { ThreadSummary } from './ThreadSummary.ts';

const act = fn();
const item = sampleLine('group', '車票錢');
const thread: ThreadSummary = {
  id: toChatId(3_001),
  replies: 8,
  faces: [1_002, 1_004, 1_006],
  last: sampleNow - 120_000,
  unread: 3,
  isFollowed: true,
  isMuted: false,
};

function Stage({ more }: { more: Partial<ThreadSummary> }) {
  const look = useSampleLook();
  return (
    <div className="p-6">
      <ThreadLine
        item={item}
        thread={{ ...thread, ...more }}
        look={{ ...look, on: { ...look.on, act } }}
        tabIndex={0}
      />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ThreadLine',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { more: {} },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const New: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Open the thread, 8 replies 3 new last / }));
    await expect(act).toHaveBeenCalledWith(item, 'thread');
  },
};
export const Read: Story = { args: { more: { unread: 0 } } };
export const Muted: Story = { args: { more: { isMuted: true, unread: 120 } } };
export const OneReply: Story = { args: { more: { replies: 1, faces: [1_002], unread: 0 } } };
/** Only who began it sees it like this. */
export const Empty: Story = { args: { more: { replies: 0, faces: [], unread: 0 } } };
export const IndonesianLargeText: Story = {
  globals: { language: 'id' },
  parameters: { width: 360, textScale: 1.4 },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
