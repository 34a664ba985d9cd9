import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { Switch } from './Switch.tsx';

const Live = ({ start = false, isDisabled }: { start?: boolean; isDisabled?: boolean }) => {
  const [isOn, setOn] = useState(start);
  return <Switch label="Play stickers" isOn={isOn} onChange={setOn} isDisabled={isDisabled} />;
};
const meta = { title: 'ui/Switch', component: Live } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Off: Story = {};
export const On: Story = { args: { start: true } };
export const Pressed: Story = {
  play: async ({ canvasElement }) => {
    const control = within(canvasElement).getByRole('switch');
    control.focus();
    await userEvent.keyboard(' ');
    await expect(control).toBeChecked();
  },
};
export const Disabled: Story = { args: { start: true, isDisabled: true } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { start: true } };
