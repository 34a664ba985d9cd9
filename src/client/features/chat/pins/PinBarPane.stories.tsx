import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { useServices } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { Pin } from '#protocol/entities/chatSettings.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { FakeAnswers, FakeServices } from '#testing/fakeServices.ts';
import { jogja, jogjaWindow } from '#testing/sampleChats.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import { PinBarPane, type PinBarPaneProps } from './PinBarPane.tsx';

const used: { services?: FakeServices } = {};

function Stage(props: Omit<PinBarPaneProps, 'nameOf'>) {
  const { nameOf } = useSampleLook();
  const services = useServices() as FakeServices;
  useEffect(() => {
    used.services = services;
  }, [services]);
  return (
    <div className="min-h-[280px] w-[min(640px,100vw)] bg-surface-sunken text-ink">
      <PinBarPane {...props} nameOf={nameOf} />
    </div>
  );
}

const at = sampleNow - 60_000;
const pinOf = (s: number, ex?: number): Pin => ({ s, by: toMemberId(1_008), at, ...(ex === undefined ? {} : { ex }) });
/** "14 kursi" for good and "車票錢" for a day, as their seqs are in the sample group. */
const seats = pinOf(4);
const tickets = pinOf(8, sampleNow + 86_400_000);
/** of a message that this device does not have */
const far = pinOf(9_001);

/** The sample group with announcements. */
function pinned(pins: readonly Pin[], ro: number = memberRole.member): ChatWindowState {
  const { chat } = jogjaWindow;
  return {
    ...jogjaWindow,
    chat: chat && { ...chat, me: { ...chat.me, ro }, meta: { ...chat.meta, pins: [...pins] } },
  };
}

const answering = (rows: readonly Row[]): { answers: FakeAnswers } => ({
  answers: { 'messages.get': () => ({ ok: true, data: { rows: [...rows], rev: 20 } }) },
});
const farRow = (k: number, x: string): Row => ({ ...(jogjaWindow.messages[3] as Row), s: far.s, k, b: { x } });

const remove = fn<NonNullable<FakeAnswers['chat.pin']>>(() => ({ ok: true, data: { r: 21 } }));

const meta: Meta<typeof Stage> = {
  title: 'features/chat/PinBarPane',
  component: Stage,
  decorators: [withServices({ answers: { 'chat.pin': remove } })],
  parameters: { plane: 'none' },
  args: { state: pinned([tickets, seats]), onJump: fn(), onProblem: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const openMenu = { name: 'More about this announcement' };

/** A press goes to the message; unfolded, each says until when it stands there. */
export const Several: Story = {
  async play({ args, canvas, userEvent }) {
    await expect(canvas.queryByText(/14 kursi/)).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Show all announcements' }));
    await expect(canvas.getAllByText(/^until .*2025/)).toHaveLength(1);
    await userEvent.click(canvas.getByRole('button', { name: /^Sari Wulandari.*14 kursi/ }));
    await expect(args.onJump).toHaveBeenCalledWith(seats.s);
    await expect(used.services?.calls).toEqual([]);
  },
};
/** A member hides it for himself, and that is all he can do. */
export const HiddenByAMember: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', openMenu));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hide for me' }));
    await expect(screen.queryByRole('menuitem', { name: 'Remove for everybody' })).toBeNull();
    await expect(used.services?.calls).toEqual([
      { name: 'setPref', input: { key: `pins.${jogja}`, val: JSON.stringify([[tickets.s, at]]) } },
    ]);
  },
};
export const RemovedByAnAdmin: Story = {
  args: { state: pinned([seats], memberRole.admin) },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', openMenu));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove for everybody' }));
    await waitFor(() =>
      expect(remove.mock.calls).toEqual([[{ c: jogja, s: seats.s, on: false, op: expect.any(String) }]]),
    );
    await expect(args.onProblem).not.toHaveBeenCalled();
  },
};
/** Not an admin any more since the bar was drawn: it stays, and why is said. */
export const RemovalRefused: Story = {
  args: { state: pinned([seats], memberRole.admin) },
  parameters: { seed: { answers: { 'chat.pin': () => ({ ok: false, code: 'FORBIDDEN' }) } } },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', openMenu));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove for everybody' }));
    await waitFor(() => expect(args.onProblem).toHaveBeenCalledWith('You are not allowed to do this.'));
    await expect(canvas.getByText(/14 kursi/)).toBeVisible();
  },
};
/** One that I have hidden is not counted; announced again since, it is there. */
export const OneHidden: Story = {
  parameters: {
    seed: {
      prefs: {
        hiddenPins: new Map([
          [
            jogja,
            [
              [tickets.s, at],
              [seats.s, at - 1],
            ],
          ],
        ]),
      },
    },
  },
  async play({ canvas }) {
    await expect(canvas.getByText(/14 kursi/)).toBeVisible();
    await expect(canvas.queryByText('1 of 2')).toBeNull();
  },
};
/** What is not on this device is asked for once. */
export const Fetched: Story = {
  args: { state: pinned([far]) },
  parameters: { seed: answering([farRow(messageKind.text, '集合は駅の北口、9時です')]) },
  async play({ canvas }) {
    await expect(await canvas.findByText('集合は駅の北口、9時です')).toBeVisible();
    await expect(used.services?.calls).toEqual([{ name: 'messages.get', input: { c: jogja, seqs: [far.s] } }]);
  },
};
/** The words of a card stand on one line and cannot turn the direction. */
export const CardOfAnApp: Story = {
  args: { state: pinned([far]) },
  parameters: { seed: answering([farRow(messageKind.card, 'Print swap #9:\nsend \u202Eby 31 October')]) },
  async play({ canvas }) {
    const words = await canvas.findByText(/Print swap/);
    await expect(words.textContent).toBe('Print swap #9: send by 31 October');
  },
};
/** The server does not answer: a press still goes there. */
export const Offline: Story = {
  args: { state: pinned([far]) },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Loading…' }));
    await expect(args.onJump).toHaveBeenCalledWith(far.s);
  },
};
/** From before I came in: the server leaves it out, and nothing of it stays. */
export const NotForMyEyes: Story = {
  args: { state: pinned([far]) },
  parameters: { seed: answering([]) },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.queryByRole('region')).toBeNull());
  },
};
/** One was unsent and the time of the other is over: it takes no room. */
export const NothingLeft: Story = {
  args: { state: pinned([pinOf(9), pinOf(4, sampleNow)]) },
  async play({ canvas }) {
    await expect(canvas.queryByRole('region')).toBeNull();
  },
};
export const JapanesePhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ canvas, userEvent }) {
    await expect(canvas.getByText('2件中1件目')).toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: 'お知らせをすべて表示' }));
    await expect(canvas.getByText(/^2025.*まで$/)).toBeVisible();
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
