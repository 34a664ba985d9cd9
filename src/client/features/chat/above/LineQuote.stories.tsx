import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toMemberId } from '#protocol/casts.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { knownOriginal } from '#testing/knownOriginal.ts';
import { localRow } from '#testing/localRows.ts';
import { sampleCards } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { LineQuote } from './LineQuote.tsx';

const jump = fn();
const want = fn();
const knowing = (row: Row | null | undefined): Partial<LineLook> => ({ originals: knownOriginal(row, want) });

function Stage({ more, isOwn }: { more: Partial<LineLook>; isOwn: boolean }) {
  const look = useSampleLook(more);
  return (
    <div
      className={
        isOwn
          ? 'w-72 rounded-bubble bg-bubble-own p-3 text-bubble-own-ink [--plane:var(--bubble-own)]'
          : 'w-72 rounded-bubble bg-bubble-other p-3 [--plane:var(--bubble-other)]'
      }
    >
      <LineQuote seq={3} isOwn={isOwn} look={{ ...look, on: { ...look.on, jump } }} tabIndex={0} />
    </div>
  );
}

const original = localRow(3, {
  u: toMemberId(sampleCards[0]?.id ?? 1),
  b: { x: 'Sudah kupesan 14 kursi, satu gerbong semua 🚃' },
});
const meta: Meta<typeof Stage> = {
  title: 'features/chat/LineQuote',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { more: knowing(original), isOwn: false },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Known: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Go to the message: .*Sudah kupesan/ }));
    await expect(jump).toHaveBeenLastCalledWith(3);
  },
};
export const InOwnBubble: Story = { args: { isOwn: true } };
/** It is asked for, and can be gone to meanwhile. */
export const NotKnownYet: Story = {
  args: { more: knowing(undefined) },
  async play({ canvas }) {
    await expect(want).toHaveBeenLastCalledWith(3);
    await expect(canvas.getByRole('button', { name: /^Go to the message/ })).toBeVisible();
  },
};
/** Nobody is led to what is not for their eyes. */
export const NotForMe: Story = {
  args: { more: knowing(null) },
  async play({ canvas }) {
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const Hidden: Story = {
  args: { more: { ...knowing(original), hidden: new Set([3]) } },
  async play({ canvas }) {
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(canvas.queryByText(/Sudah kupesan/)).toBeNull();
  },
};
export const Unsent: Story = { args: { more: knowing({ ...original, b: {}, del: 5 }) } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
