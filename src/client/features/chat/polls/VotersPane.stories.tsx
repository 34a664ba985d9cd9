import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, within } from 'storybook/test';
import { pollKind } from '#domain/chatTraits.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import { pollTally } from './pollTally.ts';
import { VotersPane, type VotersPaneProps } from './VotersPane.tsx';

type Ask = NonNullable<FakeAnswers['poll.voters']>;
type Answer = Awaited<ReturnType<Ask>>;

const content = { k: pollKind, b: { o: ['Gudeg Bu Lastri', '夜市で食べ歩き', 'Masak sendiri 🍳'], open: 1 } };
/** Only the second answer has a vote. */
const tally = pollTally({ content, row: undefined, myVote: [1] }, sampleNow);

function Stage({ onClose }: Pick<VotersPaneProps, 'onClose'>) {
  const look = useSampleLook();
  return <VotersPane seq={12} tally={tally} look={look} onClose={onClose} />;
}

const voters = (...people: readonly [id: number, name: string][]) => ({
  items: people.map(([id, n]) => ({ u: toMemberId(id), n })),
});
const firstPage = voters([1_002, '青島みのり'], [1_004, '']);
const place: [number, never] = [7, toMemberId(1_004) as never];

/** Two pages for the second answer, nobody for the others. */
const ask = fn<Ask>(({ o, after }) => {
  if (o !== 1) return { ok: true, data: voters() };
  if (after) return { ok: true, data: voters([1_007, 'Rangga Adhitama']) };
  return { ok: true, data: { ...firstPage, next: place } };
});
const asking = (answer: Ask) => ({ seed: { answers: { 'poll.voters': answer } } });

const meta: Meta<typeof Stage> = {
  title: 'features/chat/VotersPane',
  component: Stage,
  decorators: [withServices({ answers: { 'poll.voters': ask } })],
  args: { onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const names = () =>
  screen.getAllByRole('listitem').map((item) => within(item).getByText(/./u, { selector: 'span[dir]' }).textContent);
const choose = async (userEvent: { selectOptions: (field: Element, value: string) => Promise<void> }, value: string) =>
  userEvent.selectOptions(await screen.findByRole('combobox', { name: 'For' }), value);

/** The first answer that has votes is shown; whoever the server has no name for has the one known here. */
export const TwoPages: Story = {
  async play({ args, userEvent }) {
    await screen.findByText('青島みのり');
    await expect(screen.getByRole('combobox', { name: 'For' })).toHaveDisplayValue('夜市で食べ歩き (1)');
    await expect(names()).toEqual(['青島みのり', '윤하늘']);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByText('Rangga Adhitama');
    await expect(names()).toEqual(['青島みのり', '윤하늘', 'Rangga Adhitama']);
    await expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    await expect(ask.mock.calls).toEqual([[{ c: 1, s: 12, o: 1 }], [{ c: 1, s: 12, o: 1, after: place }]]);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
/** Who adds another answer to his own while the list is read is at its end again, and stays where he was. */
export const ComesAgain: Story = {
  parameters: asking(({ after }) => ({
    ok: true,
    data: after ? voters([1_002, '青島みのり'], [1_007, 'Rangga Adhitama']) : { ...firstPage, next: place },
  })),
  async play({ userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('Rangga Adhitama');
    await expect(names()).toEqual(['青島みのり', '윤하늘', 'Rangga Adhitama']);
  },
};
/** Another answer begins anew. */
export const Nobody: Story = {
  async play({ userEvent }) {
    await screen.findByText('青島みのり');
    await choose(userEvent, '2');
    await expect(await screen.findByText('No votes yet')).toBeVisible();
    await expect(screen.queryAllByRole('listitem')).toEqual([]);
    await expect(ask).toHaveBeenLastCalledWith({ c: 1, s: 12, o: 2 });
  },
};
export const Loading: Story = {
  parameters: asking(() => new Promise(() => undefined)),
  async play() {
    await expect(await screen.findByRole('status', { name: 'Loading who voted' })).toBeVisible();
    await expect(screen.queryByText('No votes yet')).toBeNull();
  },
};
const recovering = fn<Ask>();
/** It can be asked again, and the words of what was wrong go away. */
export const Failed: Story = {
  parameters: asking(recovering),
  beforeEach() {
    recovering.mockReturnValueOnce({ ok: false, code: 'UNAVAILABLE' }).mockReturnValue({ ok: true, data: firstPage });
  },
  async play({ userEvent }) {
    const problem = await screen.findByText(/^The server cannot be reached right now/);
    await expect(problem).toHaveRole('alert');
    await expect(screen.queryByText('No votes yet')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await expect(await screen.findByText('青島みのり')).toBeVisible();
    await expect(screen.queryByText(/^The server cannot be reached/)).toBeNull();
  },
};
const halfway = fn<Ask>(({ after }) =>
  after ? { ok: false, code: 'UNAVAILABLE' } : { ok: true, data: { ...firstPage, next: place } },
);
/** The next page did not come: those who are there stay, and it goes on from them. */
export const SecondPageFailed: Story = {
  parameters: asking(halfway),
  async play({ userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await expect(names()).toEqual(['青島みのり', '윤하늘']);
    await expect(halfway.mock.calls.slice(1)).toEqual([
      [{ c: 1, s: 12, o: 1, after: place }],
      [{ c: 1, s: 12, o: 1, after: place }],
    ]);
  },
};
const late: { answer?: (answer: Answer) => void } = {};
/** What comes for an answer that is not shown any more is dropped. */
export const Late: Story = {
  parameters: asking(({ o }) =>
    o === 1
      ? new Promise((answer) => {
          late.answer = answer;
        })
      : { ok: true, data: voters([1_008, 'Sari Wulandari']) },
  ),
  async play({ userEvent }) {
    await choose(userEvent, '0');
    await screen.findByText('Sari Wulandari');
    late.answer?.({ ok: true, data: firstPage });
    await new Promise((done) => setTimeout(done, 50));
    await expect(names()).toEqual(['Sari Wulandari']);
  },
};
export const JapanesePhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: 'もっと見る' }));
    await expect(await screen.findByText('Rangga Adhitama')).toBeVisible();
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
