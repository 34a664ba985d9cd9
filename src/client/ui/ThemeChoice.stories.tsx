import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ThemeChoice } from './ThemeChoice.tsx';
import type { ThemeChoiceProps } from './ThemeChoice.tsx';

const Live = ({ onChange, ...props }: ThemeChoiceProps) => {
  const [value, setValue] = useState(props.value);
  return (
    <ThemeChoice
      {...props}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
};

const meta = {
  title: 'ui/ThemeChoice',
  component: ThemeChoice,
  parameters: { plane: 'sunken', width: 480 },
  args: {
    label: 'Colours',
    labels: { light: 'Bright', dark: 'Dim', system: 'By the device' },
    value: 'light',
    onChange: fn(),
  },
  render: (args) => <Live {...args} />,
} satisfies Meta<typeof ThemeChoice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Light: Story = {};
export const Dark: Story = { args: { value: 'dark' } };
export const System: Story = { args: { value: 'system' } };
/** One tab stop; the arrows choose. */
export const Keyboard: Story = {
  play: async ({ args, canvasElement }) => {
    await userEvent.tab();
    await expect(within(canvasElement).getByRole('radio', { name: 'Bright' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onChange).toHaveBeenCalledWith('dark');
    await expect(within(canvasElement).getByRole('radio', { name: 'Dim' })).toBeChecked();
  },
};
/** A press on the picture counts. */
export const Press: Story = {
  play: async ({ args, canvasElement }) => {
    const picture = canvasElement.querySelector('[data-theme="dark"]');
    if (picture) await userEvent.click(picture);
    await expect(args.onChange).toHaveBeenCalledWith('dark');
  },
};
export const VeryLong: Story = {
  globals: { viewport: { value: 'phone' } },
  parameters: { plane: 'sunken', width: 328, textScale: 1.4 },
  args: {
    label: 'Warna',
    labels: { light: 'Selalu terang', dark: 'Selalu gelap', system: 'Ikut sistem' },
    value: 'system',
  },
};
export const Japanese: Story = {
  globals: { language: 'ja' },
  args: { label: '配色', labels: { light: '明るい', dark: '暗い', system: '端末に合わせる' } },
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', width: 480, dir: 'rtl' },
  args: { label: 'الألوان', labels: { light: 'فاتح', dark: 'داكن', system: 'حسب الجهاز' }, value: 'system' },
};
