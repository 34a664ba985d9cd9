import type { Meta, StoryObj } from '@storybook/react-vite';
import { screen } from 'storybook/test';
import { PinBar, type ShownPin } from './PinBar.tsx';

const pin = (seq: number, text: string | undefined, more: Partial<ShownPin> = {}): ShownPin => ({
  seq,
  text,
  author: 'Pak Tustel',
  until: undefined,
  ...more,
});
const long =
  'Print swap #9: send by 31 October, one print per person, no framing. Write your name on the back, in pencil, and tell Senja when it is on its way.';
const three = [
  pin(9, long, { until: 'until 31 Oct 2026, 20:00' }),
  pin(7, '集合は駅の北口、9時です', { author: '水野みお' }),
  pin(3, undefined, { author: undefined }),
];

const meta: Meta<typeof PinBar> = {
  title: 'features/chat/PinBar',
  component: PinBar,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="min-h-[280px] w-[min(640px,100vw)] bg-surface-sunken text-ink">
        <Story />
      </div>
    ),
  ],
  args: { pins: three, onJump() {}, onHide() {}, onRemove() {} },
};
export default meta;
type Story = StoryObj<typeof PinBar>;

export const Folded: Story = {};
export const Unfolded: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show all announcements' }));
    await canvas.findByText('until 31 Oct 2026, 20:00');
  },
};
export const One: Story = { args: { pins: three.slice(1, 2) } };
export const StillLoading: Story = { args: { pins: three.slice(2) } };
/** Somebody without the right can only hide it for himself. */
export const MenuOfAMember: Story = {
  args: { onRemove: undefined },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'More about this announcement' }));
    await screen.findByRole('menuitem', { name: 'Hide for me' });
    if (screen.queryByRole('menuitem', { name: 'Remove for everybody' })) throw new Error('a member may remove it');
  },
};
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
