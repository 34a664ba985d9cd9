import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { MessageBubble } from '#client/parts/MessageBubble.tsx';
import { PollView, type PollViewProps } from './PollView.tsx';
import type { PollTally } from './pollTally.ts';

const tally: PollTally = {
  answers: [
    { text: 'Gudeg Bu Lastri', count: 5, isMine: true },
    { text: '夜市で食べ歩き', count: 3, isMine: false },
    { text: 'Masak sendiri 🍳', count: 1, isMine: false },
  ],
  voters: 9,
  mine: [0],
  isMany: false,
  isOpen: true,
  isOver: false,
  canAdd: true,
  end: undefined,
};
const fresh: PollTally = {
  ...tally,
  answers: tally.answers.map((answer) => ({ ...answer, count: 0, isMine: false })),
  voters: 0,
  mine: [],
};

type StageProps = Partial<PollViewProps>;

function Stage(props: StageProps) {
  const { t, language } = useSampleLook();
  const isOwn = props.isOwn ?? false;
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      <MessageBubble
        side={isOwn ? 'own' : 'other'}
        position="single"
        text=""
        label="Sari Wulandari: Poll: Makan malam pertama di mana?"
        labels={{ edited: '', unsent: '', retry: '', discard: '', showAll: () => '' }}
        readerLang={language}
        sender={isOwn ? undefined : { id: '345', name: 'Sari Wulandari', isNameShown: true }}
        time={{ text: '19:02', dateTime: '2026-11-14T19:02:00Z' }}
        card={(tabIndex) => (
          <PollView
            t={t}
            language={language}
            question="Makan malam pertama di mana?"
            tally={tally}
            endText="Sat 18:00"
            isOwn={false}
            canVote
            isWaiting={false}
            said=""
            onPick={fn()}
            onAdd={fn()}
            onVoters={fn()}
            {...props}
            tabIndex={tabIndex}
          />
        )}
      />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/PollView',
  component: Stage,
  parameters: { plane: 'sunken' },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const OneChoice: Story = {};
export const Fresh: Story = { args: { tally: fresh, onVoters: undefined } };
export const Own: Story = { args: { isOwn: true, onClose: fn() } };
export const SeveralChoices: Story = {
  args: {
    tally: {
      ...tally,
      isMany: true,
      isOpen: false,
      mine: [0, 2],
      answers: tally.answers.map((answer, number) => ({ ...answer, isMine: number !== 1 })),
    },
    onVoters: undefined,
  },
};
/** Nobody can vote any more; the result stays. */
export const Closed: Story = {
  args: { tally: { ...tally, isOver: true, canAdd: false }, canVote: false, onAdd: undefined },
};
/** Nobody can be asked who voted, and nothing can be done: there is no foot. */
export const ClosedAnonymous: Story = {
  args: {
    ...{ tally: { ...tally, isOver: true, isOpen: false, canAdd: false }, canVote: false },
    ...{ onAdd: undefined, onVoters: undefined },
  },
  async play({ canvas }) {
    const card = canvas.getByRole('radiogroup').parentElement;
    await expect(card?.querySelector('.border-t')).toBeNull();
  },
};
/** My vote stands there already and leaves with the connection. */
export const Offline: Story = { args: { isWaiting: true, onAdd: undefined } };
/** An own poll that has not left the device: nobody can vote yet. */
export const NotSent: Story = {
  args: { isOwn: true, tally: fresh, canVote: false, onAdd: undefined, onVoters: undefined },
};
export const ManyLongAnswers: Story = {
  args: {
    question:
      'Which of these places would you like to see on the second day, if the weather is fine and nobody oversleeps?',
    tally: {
      ...tally,
      voters: 4_812,
      isMany: true,
      answers: Array.from({ length: 12 }, (_, number) => ({
        text:
          number === 3
            ? 'Averyveryverylongwordwithoutanyspaceatallthatgoesonandon'
            : `Place number ${number + 1}, a little way outside of the city`,
        count: 4_812 - number * 400,
        isMine: number < 2,
      })),
      mine: [0, 1],
    },
  },
  parameters: { width: 360 },
};
/** Enter goes in, arrows move between answers without choosing, a press chooses. */
export const Keyboard: Story = {
  async play({ args, canvas, userEvent }) {
    const message = await canvas.findByRole('article');
    message.focus();
    await userEvent.keyboard('{Enter}');
    const radios = canvas.getAllByRole('radio');
    await expect(radios[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(radios[1]).toHaveFocus();
    await expect(radios[0]).toBeChecked();
    await userEvent.keyboard(' ');
    await expect(args.onPick).toHaveBeenCalledWith(1);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect(radios[2]).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(message).toHaveFocus();
  },
  args: { onPick: fn() },
};
/** Bars and numbers grow; nothing moves. */
export const Steady: Story = {
  render: (args) => (
    <div>
      <div data-testid="before">
        <Stage {...args} tally={fresh} onVoters={fn()} />
      </div>
      <div data-testid="after">
        <Stage {...args} />
      </div>
    </div>
  ),
  async play({ canvas }) {
    const [before, after] = ['before', 'after'].map((id) => canvas.getByTestId(id).querySelector('[role=radiogroup]'));
    await expect(after?.clientHeight).toBe(before?.clientHeight);
  },
};
export const Japanese: Story = { globals: { language: 'ja' }, parameters: { width: 360 } };
export const IndonesianLargeText: Story = {
  globals: { language: 'id' },
  parameters: { width: 360, textScale: 1.4 },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
