import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { LineStage } from '#testing/LineStage.tsx';
import { sampleLine } from '#testing/sampleLine.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { threadId, threadRoot } from '#testing/sampleThreads.ts';
import { withServices } from '#testing/withServices.tsx';
import type { LineLook } from '../lines/LineLook.ts';
import type { ThreadSummary } from './ThreadSummary.ts';

const act = fn();
const item = sampleLine('group', threadRoot);
const thread: ThreadSummary = {
  ...{ id: threadId, replies: 5, faces: [1_006, 1_004, 1_002], last: sampleNow - 300_000 },
  ...{ unread: 2, isFollowed: true, isMuted: false },
};
const withThread = (more: Partial<ThreadSummary>): Partial<LineLook> => ({
  threads: new Map([[threadRoot, { ...thread, ...more }]]),
});

const meta: Meta<typeof LineStage> = {
  title: 'features/chat/ThreadSlot',
  component: LineStage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({})],
  args: { item, more: withThread({}), on: { act } },
};
export default meta;
type Story = StoryObj<typeof LineStage>;

/** The line is as high before the code of the thread has come as after it. */
const comes = (name: RegExp): Pick<Story, 'play'> => ({
  async play({ canvas, userEvent }) {
    act.mockClear();
    const line = await canvas.findByRole('article');
    const before = line.getBoundingClientRect().height;
    const opener = await canvas.findByRole('button', { name });
    await expect(line.getBoundingClientRect().height).toBe(before);
    await expect(opener.parentElement?.getBoundingClientRect().height).toBe(44);
    await userEvent.click(opener);
    await expect(act.mock.calls).toEqual([[item, 'thread']]);
  },
});

export const New: Story = comes(/^Open the thread, 5 replies 2 new last /);
/** Only who began it sees it like this. */
export const NoReplies: Story = {
  args: { more: withThread({ replies: 0, faces: [], unread: 0 }) },
  ...comes(/^Open the thread, No replies yet$/),
};
/** One that nobody here follows and nobody wrote in takes no room. */
export const NotShown: Story = {
  args: { more: withThread({ replies: 0, faces: [], unread: 0, isFollowed: false }) },
  async play({ canvas }) {
    await canvas.findByText(/Makan malam pertama/);
    await expect(canvas.queryByRole('button', { name: /^Open the thread/ })).toBeNull();
  },
};
export const JapanesePhone: Story = {
  args: { more: withThread({ replies: 1_240, unread: 120, isMuted: true }) },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  ...comes(/^スレッドを開く, 1,240件の返信/),
};
export const LargeTextRightToLeft: Story = {
  parameters: { textScale: 1.4, dir: 'rtl', width: 360 },
  ...comes(/^Open the thread, 5 replies/),
};
