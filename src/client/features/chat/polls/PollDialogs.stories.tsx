import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { pollKind } from '#domain/chatTraits.ts';
import { toMemberId } from '#protocol/casts.ts';
import { noLineEvents } from '../lines/noLineEvents.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import { PollDialogs, type PollDialogsProps } from './PollDialogs.tsx';
import { pollTally } from './pollTally.ts';

type StageProps = Pick<PollDialogsProps, 'kind' | 'onEnd'> & { onSay: (text: string) => void };

const content = { k: pollKind, b: { o: ['Gudeg Bu Lastri', '夜市で食べ歩き'], open: 1, add: 1 } };
const tally = pollTally({ content, row: undefined, myVote: [0] }, sampleNow);

function Stage({ kind, onEnd, onSay }: StageProps) {
  const look = useSampleLook(useMemo(() => ({ on: { ...noLineEvents, say: onSay } }), [onSay]));
  return <PollDialogs kind={kind} seq={12} tally={tally} look={look} onEnd={onEnd} />;
}

const add = fn<NonNullable<FakeAnswers['poll.add']>>(() => ({ ok: true, data: { r: 9, o: 2 } }));
const close = fn<NonNullable<FakeAnswers['poll.close']>>(() => ({ ok: true, data: { r: 9 } }));
const tooLate = { seed: { answers: { 'poll.add': () => ({ ok: false, code: 'WINDOW' }) } } };

const meta: Meta<typeof Stage> = {
  title: 'features/chat/PollDialogs',
  component: Stage,
  decorators: [
    withServices({
      answers: {
        'poll.add': add,
        'poll.close': close,
        'poll.voters': () => ({ ok: true, data: { items: [{ u: toMemberId(1_002), n: '青島みのり' }] } }),
      },
    }),
  ],
  args: { kind: 'add', onEnd: fn(), onSay: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const field = () => screen.findByRole('textbox', { name: 'Option' });
const typed = 'Bakmi Mbah Mo';

/** It ends when the server has the answer. */
export const Add: Story = {
  async play({ args, userEvent }) {
    await userEvent.type(await field(), typed);
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(args.onEnd).toHaveBeenCalledOnce());
    await expect(add.mock.calls).toEqual([[{ c: 1, s: 12, x: typed, op: expect.any(String) }]]);
  },
};
const never = fn<NonNullable<FakeAnswers['poll.add']>>(() => new Promise(() => undefined));
/** While it is on its way nothing is asked twice. */
export const AddOnItsWay: Story = {
  parameters: { seed: { answers: { 'poll.add': never } } },
  async play({ args, userEvent }) {
    await userEvent.type(await field(), `${typed}{Enter}{Enter}`);
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    await expect(never).toHaveBeenCalledOnce();
    await expect(args.onEnd).not.toHaveBeenCalled();
  },
};
/** Somebody else took the last place meanwhile. */
export const AddFull: Story = {
  parameters: { seed: { answers: { 'poll.add': () => ({ ok: false, code: 'FULL' }) } } },
  async play({ userEvent }) {
    await userEvent.type(await field(), `${typed}{Enter}`);
    await waitFor(async () => expect(await field()).toHaveAccessibleDescription(/last answer there was room for/));
    await expect(await field()).toHaveValue(typed);
  },
};
/** Somebody closed the poll meanwhile: it says so in the words of polls, and what was typed stays. */
export const AddTooLate: Story = {
  parameters: tooLate,
  async play({ args, userEvent }) {
    await userEvent.type(await field(), `${typed}{Enter}`);
    await waitFor(async () => expect(await field()).toHaveAccessibleDescription('The poll is over.'));
    await expect(await field()).toHaveValue(typed);
    await expect(args.onEnd).not.toHaveBeenCalled();
  },
};
export const AddOffline: Story = {
  parameters: { seed: {} },
  async play({ args, userEvent }) {
    await userEvent.type(await field(), `${typed}{Enter}`);
    await expect(await screen.findByText(/^The server cannot be reached right now/)).toBeVisible();
    await expect(args.onEnd).not.toHaveBeenCalled();
  },
};
/** It asks first; then it is gone at once, and the end is said when it has come. */
export const Close: Story = {
  args: { kind: 'close' },
  async play({ args, userEvent }) {
    await screen.findByRole('alertdialog', { name: 'Close this poll?' });
    await expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Close poll' }));
    await expect(args.onEnd).toHaveBeenCalledOnce();
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith('The poll is closed.'));
    await expect(close.mock.calls).toEqual([[{ c: 1, s: 12, op: expect.any(String) }]]);
  },
};
export const CloseGivenUp: Story = {
  args: { kind: 'close' },
  async play({ args, userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await expect(args.onEnd).toHaveBeenCalledOnce();
    await expect(close).not.toHaveBeenCalled();
    await expect(args.onSay).not.toHaveBeenCalled();
  },
};
export const CloseRefused: Story = {
  args: { kind: 'close' },
  parameters: { seed: { answers: { 'poll.close': () => ({ ok: false, code: 'FORBIDDEN' }) } } },
  async play({ args, userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Close poll' }));
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith('You are not allowed to do this.', true));
  },
};
export const Voters: Story = {
  args: { kind: 'voters' },
  async play({ args, userEvent }) {
    await expect(await screen.findByText('青島みのり')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await expect(args.onEnd).toHaveBeenCalledOnce();
  },
};
export const JapanesePhone: Story = {
  args: { kind: 'close' },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ args, userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: '終了する' }));
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith('投票を終了しました。'));
  },
};
