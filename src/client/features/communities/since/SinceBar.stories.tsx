import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toMemberId } from '#protocol/casts.ts';
import { SinceBar } from './SinceBar.tsx';

const from = toMemberId(7);

const meta: Meta<typeof SinceBar> = {
  title: 'features/communities/SinceBar',
  component: SinceBar,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[520px] bg-surface-sunken text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    unread: 240,
    nameOf: () => '写真部の灯り',
    onJump: fn(),
    onClose: () => undefined,
    summary: {
      announcements: [{ seq: 30, sender: from, text: 'Print swap #9 · send by 31 Oct, one print per person' }],
      mentions: [{ seq: 29, sender: from, text: '@Lampu Merah 두 번째 사진 국물까지 보이네요 ㅋㅋ' }],
      reacted: [
        { seq: 12, sender: from, text: 'Yang lampion itu pakai ASA berapa? '.repeat(4), reactions: 86 },
        { seq: 14, sender: from, text: '早上的光', reactions: 41 },
      ],
      questions: [{ seq: 20, sender: from, text: '水温20℃ってどうやって保つんですか？' }],
    },
  },
};
export default meta;
type Story = StoryObj<typeof SinceBar>;

const unfold: NonNullable<Story['play']> = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: /^Since you left/ }));
};

export const Folded: Story = {};
export const Unfolded: Story = {
  async play(context) {
    await unfold(context);
    await context.userEvent.click(await context.canvas.findByRole('button', { name: /Print swap/ }));
    await expect(context.args.onJump).toHaveBeenCalledWith(30);
  },
};
export const OnlyQuestions: Story = {
  args: {
    summary: { announcements: [], mentions: [], reacted: [], questions: [{ seq: 3, sender: from, text: 'Why?' }] },
  },
  play: unfold,
};
export const IndonesianPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
