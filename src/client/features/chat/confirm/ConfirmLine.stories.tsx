import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { ConfirmLine, type ConfirmLineProps } from './ConfirmLine.tsx';

function Stage(props: Omit<ConfirmLineProps, 't' | 'tabIndex' | 'onConfirm' | 'onRemind'>) {
  const { t } = useSampleLook();
  return (
    <div className="p-6">
      <ConfirmLine {...props} t={t} tabIndex={0} onConfirm={fn()} onRemind={fn()} />
    </div>
  );
}

const asked = { kind: 'asked', isConfirmed: false, isWaiting: false, canConfirm: true } as const;
const mine = { kind: 'mine', read: 412, confirmed: 390, canRemind: true, isBusy: false } as const;

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ConfirmLine',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { isDm: false, state: asked },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Asked: Story = {};
export const Confirmed: Story = { args: { state: { ...asked, isConfirmed: true } } };
export const ConfirmedOffline: Story = { args: { state: { ...asked, isConfirmed: true, isWaiting: true } } };
export const CannotConfirm: Story = { args: { state: { ...asked, canConfirm: false } } };
export const Mine: Story = { args: { state: mine } };
export const MineNobody: Story = { args: { state: { ...mine, read: 0, confirmed: 0 } } };
export const MineReminding: Story = { args: { state: { ...mine, isBusy: true } } };
export const MineAll: Story = { args: { state: { ...mine, confirmed: 412, canRemind: false } } };
export const MineDirect: Story = { args: { isDm: true, state: { ...mine, confirmed: 0 } } };
export const MineDirectDone: Story = { args: { isDm: true, state: { ...mine, confirmed: 1, canRemind: false } } };
export const IndonesianLargeText: Story = {
  args: { state: mine },
  globals: { language: 'id' },
  parameters: { width: 360, textScale: 1.4 },
};
export const RightToLeft: Story = { args: { state: mine }, parameters: { dir: 'rtl' } };
