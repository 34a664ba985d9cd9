import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { Slider } from './Slider.tsx';

const Live = ({ start = 1, isDisabled }: { start?: number; isDisabled?: boolean }) => {
  const [value, setValue] = useState(start);
  return (
    <Slider
      label="Text size"
      min={0.9}
      max={1.4}
      step={0.1}
      value={value}
      onChange={setValue}
      valueText={`${Math.round(value * 100)} %`}
      isDisabled={isDisabled}
    />
  );
};
const meta = { title: 'ui/Slider', component: Live, parameters: { width: 240, plane: 'raised' } } satisfies Meta<
  typeof Live
>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const AtTheEnd: Story = { args: { start: 1.4 } };
export const Focus: Story = { play: ({ canvasElement }) => canvasElement.querySelector('input')?.focus() };
export const Disabled: Story = { args: { isDisabled: true } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { start: 1.1 } };
