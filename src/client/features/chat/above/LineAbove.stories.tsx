import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { toMemberId } from '#protocol/casts.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { Originals } from '#client/stores/originalsOf.ts';
import { localRow } from '#testing/localRows.ts';
import { sampleCards, sampleMe } from '#testing/samplePeople.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { MessageLine } from '../lines/MessageLine.tsx';

type StageProps = { item: FeedItem; more: Partial<LineLook> };
const jump = fn();

function Stage({ item, more }: StageProps) {
  const look = useSampleLook(more);
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      <MessageLine
        item={item}
        look={{ ...look, on: { ...look.on, jump } }}
        place={1}
        total={1}
        isActive
        isFound={false}
      />
    </div>
  );
}

/** An original that is known already. */
const knowing = (row: Row | null | undefined): Partial<LineLook> => ({
  originals: {
    get: () => row,
    laidOver: () => ({}),
    want: () => undefined,
    listen: () => () => undefined,
  } satisfies Originals,
});
const [writer] = sampleCards;
const original = localRow(3, {
  u: toMemberId(writer?.id ?? 1),
  b: { x: 'Sudah kupesan 14 kursi, satu gerbong semua 🚃' },
});
const [gone] = [localRow(3, { u: toMemberId(sampleMe.id), del: 5 })];
const other: FeedItem = { ...sampleLine('group', '車票錢'), position: 'single', replyTo: 3 };
const own: FeedItem = { ...sampleLine('group', 'group picture'), position: 'single', replyTo: 3 };
const sticker = { k: 4, b: { p: 'tika', s: 'hello' } };

const meta: Meta<typeof Stage> = {
  title: 'features/chat/LineAbove',
  component: Stage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({})],
  args: { item: other, more: knowing(original) },
};
export default meta;
type Story = StoryObj<typeof Stage>;

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
