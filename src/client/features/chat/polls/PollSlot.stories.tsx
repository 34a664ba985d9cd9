import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { pollKind } from '#domain/chatTraits.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { MessageLine } from '../lines/MessageLine.tsx';
import { toMemberId } from '#protocol/casts.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';

type StageProps = { item: FeedItem; more: Partial<LineLook> };

function Stage({ item, more }: StageProps) {
  const look = useSampleLook(more);
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      <MessageLine item={item} look={look} place={1} total={1} isActive isFound={false} />
    </div>
  );
}

const other = sampleLine('group', '車票錢');
const own = sampleLine('group', 'group picture');
const body = { x: 'Makan malam pertama di mana?', o: ['Gudeg Bu Lastri', '夜市で食べ歩き', 'Masak sendiri 🍳'] };
const poll = (line: FeedItem, parts: { body?: object; ex?: object; mb?: number[] } = {}): FeedItem =>
  ({
    ...line,
    key: `poll ${JSON.stringify(parts)}`,
    position: 'single',
    text: body.x,
    replyTo: undefined,
    content: { k: pollKind, b: { ...body, ...parts.body } },
    row: line.row && { ...line.row, ex: parts.ex ?? { bt: [5, 3, 1], bn: 9 }, mb: parts.mb ?? [0] },
  }) as FeedItem;

const meta: Meta<typeof Stage> = {
  title: 'features/chat/PollSlot',
  component: Stage,
  parameters: { plane: 'sunken' },
  decorators: [
    withServices({
      answers: {
        'poll.voters': ({ after }) => ({
          ok: true,
          data: {
            items: [
              { u: toMemberId(after ? 9_003 : 9_001), n: after ? 'Rangga Adhitama' : '青島みのり' },
              { u: toMemberId(after ? 9_004 : 9_002), n: after ? '韋婷' : '윤하늘' },
            ],
            ...(after ? {} : { next: [7, toMemberId(9_002)] as const as [number, never] }),
          },
        }),
        'poll.add': () => ({ ok: false, code: 'FULL' }),
        'poll.close': () => ({ ok: true, data: { r: 9 } }),
      },
    }),
  ],
  args: { item: poll(other), more: {} },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Other: Story = {};
export const Own: Story = { args: { item: poll(own) } };
const ended = { body: { end: sampleNow - 1 } };
export const Ended: Story = { args: { item: poll(other, ended) } };
const late = {
  body: { end: sampleNow + 86_400_000, open: 1, add: 1 },
  ex: { bt: [5, 3, 1, 2], bn: 9, bo: ['Soto Kadipiro'] },
};
export const OpenWithMore: Story = { args: { item: poll(other, late) } };
const offline = { isLive: false };
export const Offline: Story = { args: { item: { ...poll(other, late), myVote: [1] }, more: offline } };
export const Voters: Story = {
  args: { item: poll(other, late) },
  async play({ canvas, userEvent, canvasElement }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Who voted' }));
    const page = within(canvasElement.ownerDocument.body);
    await expect(await page.findByText('青島みのり')).toBeVisible();
    await userEvent.click(await page.findByRole('button', { name: 'Show more' }));
    await expect(await page.findByText('Rangga Adhitama')).toBeVisible();
  },
};
export const AddAnOption: Story = {
  args: { item: poll(other, late) },
  async play({ canvas, userEvent, canvasElement }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add an option' }));
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.type(await page.findByRole('textbox', { name: 'Option' }), 'Bakmi Mbah Mo');
    await userEvent.click(page.getByRole('button', { name: 'Add' }));
    await expect(await page.findByRole('alert')).toBeInTheDocument();
  },
};
export const CloseAsked: Story = {
  args: { item: poll(own) },
  async play({ canvas, userEvent, canvasElement }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Close poll' }));
    await expect(await within(canvasElement.ownerDocument.body).findByRole('alertdialog')).toBeVisible();
  },
};
