import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { pollKind } from '#domain/chatTraits.ts';
import { contentLine } from '#testing/contentLine.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { PollAnswers, type PollAnswersProps } from './PollAnswers.tsx';
import { pollTally, type PollTally } from './pollTally.ts';

type StageProps = Omit<PollAnswersProps, 't' | 'language' | 'labelledBy'>;

function Stage(props: StageProps) {
  const { t, language } = useSampleLook();
  return (
    <div
      className={`w-80 max-w-full rounded-bubble px-3.5 py-3 ${props.isOwn ? 'bg-bubble-own text-bubble-own-ink' : 'bg-bubble-other'}`}
    >
      <p id="question" lang="id" className="font-semibold">
        Makan malam pertama di mana?
      </p>
      <PollAnswers {...props} {...{ t, language }} labelledBy="question" />
    </div>
  );
}

const texts = ['Gudeg Bu Lastri', '夜市で食べ歩き', 'Masak sendiri 🍳'];
/** A poll of these answers as it stands. `votes`: as the server counts them, `of` people. */
function tallyOf(votes: number[], of: number, mine: number[] = [], body: object = {}): PollTally {
  const { row, content, myVote } = contentLine({ k: pollKind, b: { o: texts, ...body } });
  return pollTally({ row: row && { ...row, ex: { bt: votes, bn: of }, mb: mine }, content, myVote }, sampleNow);
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/PollAnswers',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { tally: tallyOf([5, 3, 1], 9, [0]), canVote: true, isOwn: false, tabIndex: 0, onPick: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** Each says its words, its votes and its part in one; a press chooses. */
export const OneChoice: Story = {
  async play({ args, canvas, userEvent }) {
    await expect(canvas.getByRole('radiogroup')).toHaveAccessibleName('Makan malam pertama di mana?');
    await expect(canvas.getByRole('radio', { name: 'Gudeg Bu Lastri: 5 votes, 56 %' })).toBeChecked();
    await userEvent.click(canvas.getByRole('radio', { name: 'Masak sendiri 🍳: 1 vote, 11 %' }));
    await expect(args.onPick).toHaveBeenCalledWith(2);
  },
};
/** Nobody has voted: no part of nothing. */
export const Fresh: Story = {
  args: { tally: tallyOf([], 0) },
  async play({ canvas }) {
    const names = canvas.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'));
    await expect(names).toEqual(texts.map((text) => `${text}: 0 votes, 0 %`));
    await expect(canvas.getAllByText('0%')).toHaveLength(3);
  },
};
export const Own: Story = { args: { isOwn: true } };
export const SeveralChoices: Story = {
  args: { tally: tallyOf([5, 3, 1], 6, [0, 2], { many: 1 }) },
  async play({ args, canvas, userEvent }) {
    const boxes = canvas.getAllByRole('checkbox');
    await expect(boxes.map((box) => box.getAttribute('aria-checked'))).toEqual(['true', 'false', 'true']);
    await userEvent.click(boxes[1] as HTMLElement);
    await expect(args.onPick).toHaveBeenCalledWith(1);
    // Each is a stop of its own; the arrows are the page's.
    await userEvent.keyboard('{ArrowDown}');
    await expect(boxes[1]).toHaveFocus();
    await userEvent.tab();
    await expect(boxes[2]).toHaveFocus();
  },
};
/** The result can be read and reached, and a press does nothing. */
export const Closed: Story = {
  args: { tally: tallyOf([5, 3, 1], 9, [0], { done: 1 }), canVote: false },
  async play({ args, canvas, userEvent }) {
    const radios = canvas.getAllByRole('radio');
    for (const radio of radios) await expect(radio).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(radios[1] as HTMLElement);
    await userEvent.keyboard(' ');
    await expect(args.onPick).not.toHaveBeenCalled();
  },
};
/** One stop of the keyboard, at what I chose; arrows go around and choose nothing, a press does. */
export const Keyboard: Story = {
  args: { tally: tallyOf([5, 3, 1], 9, [1]) },
  async play({ args, canvas, userEvent }) {
    const radios = canvas.getAllByRole('radio');
    await userEvent.tab();
    await expect(radios[1]).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await expect(radios[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(radios[2]).toHaveFocus();
    await expect(args.onPick).not.toHaveBeenCalled();
    await expect(radios[1]).toBeChecked();
    await userEvent.keyboard('{Enter}');
    await expect(args.onPick).toHaveBeenCalledWith(2);
  },
};
/** Its message is not entered: Tab passes by. */
export const NotEntered: Story = {
  args: { tabIndex: -1 },
  async play({ canvas, userEvent }) {
    await userEvent.tab();
    for (const radio of canvas.getAllByRole('radio')) await expect(radio).not.toHaveFocus();
  },
};
/** More votes than the people who are known to have voted: never more than all of them. */
export const CountsApart: Story = {
  args: { tally: tallyOf([12, 3], 9) },
  async play({ canvas }) {
    await expect(canvas.getByRole('radio', { name: 'Gudeg Bu Lastri: 12 votes, 100 %' })).toBeVisible();
  },
};
export const LongPhone: Story = {
  args: {
    tally: tallyOf([4_812, 312, 0], 4_812, [0], {
      o: [
        'Averyveryverylongwordwithoutanyspaceatallthatgoesonandonandon',
        'Place number 2, a little way outside of the city, if the weather is fine',
        '',
      ],
    }),
  },
  globals: { viewport: { value: 'phone' } },
  async play({ canvas }) {
    const group = canvas.getByRole('radiogroup');
    await expect(group.scrollWidth).toBe(group.clientWidth);
    await expect(canvas.getByText('4,812')).toBeVisible();
  },
};
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('radio', { name: '夜市で食べ歩き：3票、33%' })).toBeVisible();
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
