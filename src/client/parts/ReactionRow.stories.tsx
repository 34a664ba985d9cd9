import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ReactionRow } from './ReactionRow.tsx';

const reaction = (emoji: string, count: number, isMine = false) => ({
  emoji,
  count,
  isMine,
  label: isMine ? `${emoji} from ${count}, you among them` : `${emoji} from ${count}`,
});

const meta = {
  title: 'parts/ReactionRow',
  component: ReactionRow,
  parameters: { plane: 'sunken', width: 320 },
  args: { reactions: [reaction('🔥', 6, true), reaction('😮', 2)], onReact: fn(), tabIndex: 0 },
  decorators: [
    (Story) => (
      <div className="inline-flex flex-col items-start">
        <p dir="auto" className="rounded-bubble bg-bubble-other px-[13px] py-[7px] shadow-bubble">
          우리 팀이 이겼어요!
        </p>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ReactionRow>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A press gives mine or takes it back; which of the two, the parent knows. */
export const Default: Story = {
  play: async ({ args, canvasElement }) => {
    const mine = within(canvasElement).getByRole('button', { pressed: true });
    await userEvent.click(mine);
    await expect(args.onReact).toHaveBeenLastCalledWith('🔥');
    await userEvent.click(within(canvasElement).getByRole('button', { pressed: false }));
    await expect(args.onReact).toHaveBeenLastCalledWith('😮');
  },
};
export const One: Story = { args: { reactions: [reaction('🙇', 1)] } };
export const ReadOnly: Story = {
  args: { onReact: undefined },
  play: async ({ canvasElement }) => {
    for (const button of within(canvasElement).getAllByRole('button')) await expect(button).toBeDisabled();
  },
};
export const Hover: Story = {
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
};
export const Focus: Story = {
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const Many: Story = {
  args: {
    reactions: ['🔥', '😮', '🏸', '👏🏽', '🥹', '🇮🇩', '👨‍👩‍👧', '🍜', '💯', '🐦'].map((emoji, index) =>
      reaction(emoji, 1 + index ** 4, index === 2),
    ),
  },
};
export const LargeText: Story = { ...Many, parameters: { plane: 'sunken', width: 320, textScale: 1.4 } };
export const RightToLeft: Story = { ...Many, parameters: { plane: 'sunken', width: 320, dir: 'rtl' } };
