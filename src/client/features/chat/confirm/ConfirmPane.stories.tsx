import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { LineStage } from '#testing/LineStage.tsx';
import { jogjaWindow } from '#testing/sampleChats.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { withServices } from '#testing/withServices.tsx';

const say = fn();
const here: Partial<LineLook> = { c: jogjaWindow.c };

const asking = (line: FeedItem, row: object = {}): FeedItem => ({
  ...line,
  position: 'single',
  isAsking: true,
  row: line.row && { ...line.row, ...row },
});
const other = asking(sampleLine('group', '車票錢'));
const own = asking(sampleLine('group', 'group picture'), { ex: { bt: [9], bn: 9 } });

const meta: Meta<typeof LineStage> = {
  title: 'features/chat/ConfirmPane',
  component: LineStage,
  parameters: { plane: 'sunken' },
  decorators: [
    withServices({
      chats: jogjaWindow.chat ? [jogjaWindow.chat] : [],
      answers: { 'confirm.nudge': () => ({ ok: false, code: 'SLOW', retry: 1_800_000 }) },
    }),
  ],
  args: { item: other, more: here, on: { say } },
};
export default meta;
type Story = StoryObj<typeof LineStage>;

export const Asked: Story = {};
export const Given: Story = { args: { item: { ...other, myVote: [0] } } };
const offline = { ...here, isLive: false };
export const GivenOffline: Story = { args: { item: { ...other, myVote: [0] }, more: offline } };
export const Own: Story = { args: { item: own } };
/** Whoever has not confirmed is reminded; too soon after the last time it says how long to wait. */
export const Reminded: Story = {
  args: { item: own },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remind the rest' }));
    await waitFor(() => expect(say).toHaveBeenLastCalledWith('You can remind them again in 30 minutes.', true));
  },
};
export const ConfirmPressed: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Confirm' }));
  },
};
