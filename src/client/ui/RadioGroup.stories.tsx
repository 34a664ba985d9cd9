import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { RadioGroup } from './RadioGroup.tsx';

const OPTIONS = [
  { value: 'enter', label: 'Enter sends', detail: 'Shift+Enter makes a new line' },
  { value: 'button', label: 'Enter makes a new line' },
  { value: 'never', label: 'Not on this device', isDisabled: true },
] as const;
const Live = ({ options = OPTIONS }: { options?: readonly { value: string; label: string; lang?: string }[] }) => {
  const [value, setValue] = useState(options[0]?.value ?? '');
  return <RadioGroup label="Enter key" options={options} value={value} onChange={setValue} />;
};
const meta = { title: 'ui/RadioGroup', component: Live, parameters: { width: 360 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const ArrowsMove: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByLabelText('Enter makes a new line'));
    await expect(canvas.getByLabelText('Enter makes a new line')).toBeChecked();
  },
};
export const Languages: Story = {
  args: {
    options: [
      { value: 'ja', label: '日本語', lang: 'ja' },
      { value: 'ko', label: '한국어', lang: 'ko' },
      { value: 'zh-TW', label: '繁體中文', lang: 'zh-TW' },
    ],
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
