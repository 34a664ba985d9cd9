import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { DayHead, type DayHeadProps } from './DayHead.tsx';

function WithLook(props: Omit<DayHeadProps, 'look'>) {
  return <DayHead look={useSampleLook({ today: '2026-10-24' })} {...props} />;
}

const meta: Meta<typeof WithLook> = {
  title: 'features/chat/DayHead',
  component: WithLook,
  args: { day: '2026-10-24', onPick: undefined },
};
export default meta;
type Story = StoryObj<typeof WithLook>;

export const Today: Story = {};
export const Yesterday: Story = { args: { day: '2026-10-23' } };
export const ThisYear: Story = { args: { day: '2026-02-03' } };
export const AnotherYear: Story = { args: { day: '2024-12-31' } };
/** Pressed, it opens the calendar at its day. */
export const Pressed: Story = {
  args: { onPick: fn() },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { hidden: true }));
    await expect(args.onPick).toHaveBeenCalledWith('2026-10-24', expect.anything());
  },
};
export const Japanese: Story = { args: { day: '2026-02-03' }, globals: { language: 'ja' } };
