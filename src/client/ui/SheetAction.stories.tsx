import type { Meta, StoryObj } from '@storybook/react-vite';
import { BellOff, Forward, Pin, Share2, UserMinus } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { SheetAction } from './SheetAction.tsx';

const meta = {
  title: 'ui/SheetAction',
  component: SheetAction,
  parameters: { plane: 'raised', width: 340 },
  args: { icon: Pin, label: 'Keep on top', onClick: fn() },
} satisfies Meta<typeof SheetAction>;
export default meta;
type Story = StoryObj<typeof meta>;

const All = () => (
  <>
    <SheetAction icon={Pin} label="Keep on top" onClick={fn()} />
    <SheetAction icon={Forward} isMirrored label="Pass on" onClick={fn()} />
    <SheetAction icon={BellOff} label="Mute" isDisabled onClick={fn()} />
    <SheetAction icon={UserMinus} tone="danger" label="Remove Ingrid" onClick={fn()} />
  </>
);

export const Default: Story = {
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: args.label }));
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};
export const Disabled: Story = {
  args: { isDisabled: true },
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.onClick).not.toHaveBeenCalled();
  },
};
export const Explained: Story = {
  args: { label: 'Archive', detail: 'Silent, and not counted' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button')).toHaveAccessibleName('Archive Silent, and not counted');
  },
};
export const Danger: Story = { args: { icon: UserMinus, tone: 'danger', label: 'Remove Ingrid' } };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <All />
    </div>
  ),
};
export const Focus: Story = {
  render: () => (
    <div data-force="focus">
      <All />
    </div>
  ),
};
export const VeryLong: Story = {
  parameters: { plane: 'raised', width: 240, textScale: 1.4 },
  args: { icon: Share2, label: 'Bagikan tautan undangan ke orang yang belum memakai aplikasi ini' },
};
export const Languages: Story = {
  render: () => (
    <>
      <SheetAction icon={Pin} label="Sematkan di atas" onClick={fn()} />
      <SheetAction icon={Pin} label="一番上に固定" onClick={fn()} />
      <SheetAction icon={Pin} label="맨 위에 고정" onClick={fn()} />
      <SheetAction icon={Pin} label="置頂" onClick={fn()} />
    </>
  ),
};
export const RightToLeft: Story = { parameters: { plane: 'raised', width: 340, dir: 'rtl' }, render: () => <All /> };
