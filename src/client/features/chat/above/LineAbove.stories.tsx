import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { toMemberId } from '#protocol/casts.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { knownOriginal } from '#testing/knownOriginal.ts';
import { LineStage } from '#testing/LineStage.tsx';
import { localRow } from '#testing/localRows.ts';
import { sampleCards, sampleMe } from '#testing/samplePeople.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';

const jump = fn();
const knowing = (row: Row | null | undefined): Partial<LineLook> => ({ originals: knownOriginal(row) });
const [writer] = sampleCards;
const original = localRow(3, {
  u: toMemberId(writer?.id ?? 1),
  b: { x: 'Sudah kupesan 14 kursi, satu gerbong semua 🚃' },
});
const [gone] = [localRow(3, { u: toMemberId(sampleMe.id), del: 5 })];
const other: FeedItem = { ...sampleLine('group', '車票錢'), position: 'single', replyTo: 3 };
const own: FeedItem = { ...sampleLine('group', 'group picture'), position: 'single', replyTo: 3 };
const sticker = { k: 4, b: { p: 'tika', s: 'hello' } };

const meta: Meta<typeof LineStage> = {
  title: 'features/chat/LineAbove',
  component: LineStage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({})],
  args: { item: other, more: knowing(original), on: { jump } },
};
export default meta;
type Story = StoryObj<typeof LineStage>;

export const Reply: Story = {
  async play({ canvasElement }) {
    const view = within(canvasElement);
    await userEvent.click(await view.findByRole('button', { name: /^Go to the message/ }));
    await expect(jump).toHaveBeenCalledWith(3);
    await expect(view.getByRole('article', { name: /in reply to .*Sudah kupesan/ })).toBeVisible();
  },
};
export const OwnReply: Story = { args: { item: own } };
export const ToUnsent: Story = { args: { more: knowing(gone) } };
export const NotForMe: Story = { args: { more: knowing(null) } };
export const NotKnownYet: Story = { args: { more: knowing(undefined) } };
export const ToHidden: Story = { args: { more: { ...knowing(original), hidden: new Set([3]) } } };
export const ToPictures: Story = {
  args: { more: knowing({ ...original, k: 5, b: { f: [{ t: 'i' }, { t: 'i' }, { t: 'i' }] } }) },
};
export const Sticker: Story = {
  args: { item: { ...other, text: '', content: sticker } },
  async play({ canvasElement }) {
    await waitFor(() => expect(within(canvasElement).getByRole('button', { name: /^Go to/ })).toBeVisible());
  },
};
export const Forwarded: Story = { args: { item: { ...other, replyTo: undefined, forwarded: { n: '青島みのり' } } } };
export const ForwardedWithoutName: Story = { args: { item: { ...own, replyTo: undefined, forwarded: {} } } };
export const OneEmoji: Story = { args: { item: { ...other, text: '🙏' } } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
