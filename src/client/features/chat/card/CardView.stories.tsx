import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { catchCopies } from '#testing/fakeClipboard.ts';
import { readCardHead, type CardHead } from '#domain/readCardHead.ts';
import { cameraCard, giftCard, longCard, queueCard, wholeCard } from '#testing/sampleAppCards.ts';
import { sampleAppAnswers } from '#testing/sampleApps.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { CardView } from './CardView.tsx';

type StageProps = { body: object; item: FeedItem; more: Partial<LineLook> };

const other: FeedItem = { ...sampleLine('group', '車票錢'), position: 'single' };
const own: FeedItem = { ...sampleLine('group', 'group picture'), position: 'single' };
const say = fn();

function headOf(body: object): CardHead {
  const head = readCardHead(body);
  if (!head) throw new Error('the sample is no card');
  return head;
}

/** A card of a line, without the line. */
function Stage({ body, item, more }: StageProps) {
  const look = useSampleLook(more);
  return (
    <div className="w-80 max-w-full overflow-hidden rounded-bubble bg-bubble-other text-ink [--plane:var(--bubble-other)]">
      <CardView card={headOf(body)} item={item} look={{ ...look, on: { ...look.on, say } }} tabIndex={0} />
    </div>
  );
}

const offline = { isLive: false };
const silent = { canWrite: false };
const nothing = {};

const meta: Meta<typeof Stage> = {
  title: 'features/chat/CardView',
  component: Stage,
  decorators: [withServices({ answers: sampleAppAnswers })],
  parameters: { plane: 'sunken' },
  args: { body: queueCard, item: other, more: nothing },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Live: Story = {
  async play({ canvas }) {
    await canvas.findByText('Antre Dulu');
  },
};
export const Own: Story = { args: { body: giftCard, item: own } };
export const Chart: Story = { args: { body: cameraCard } };
/** Another address is shown before it is opened. */
export const LinkIsAsked: Story = {
  args: { body: wholeCard },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /配送状況/ }));
    await screen.findByText('https://track.example/2210');
  },
};
/** Its words are mine once I press it. */
export const Copied: Story = {
  args: { body: cameraCard },
  async play({ canvas, userEvent }) {
    say.mockClear();
    const written = catchCopies();
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy PELAN-50K' }));
    await waitFor(() => expect(say).toHaveBeenCalledWith('Copied'));
    await expect(written).toEqual(['PELAN-50K']);
  },
};
/** What it showed last, with its time; its app has its id for a name until the server is back. */
export const Offline: Story = { args: { more: offline }, parameters: { seed: { answers: {} } } };
/** A card that this version cannot take apart is its words. */
export const Unreadable: Story = {
  args: { body: { x: 'A card', app: 'omok', words: { title: '\u200E' } } },
  async play({ canvas }) {
    await canvas.findByText('A card');
  },
};
/** Where I cannot write, a card writes nothing for me. */
export const CannotWrite: Story = { args: { body: wholeCard, more: silent } };
export const Long: Story = { args: { body: longCard }, globals: { viewport: { value: 'phone' } } };
export const JapaneseLargeTextPhone: Story = {
  args: { body: wholeCard },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
