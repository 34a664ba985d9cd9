import type { Meta, StoryObj } from '@storybook/react-vite';
import { Globe } from 'lucide-react';
import { useState } from 'react';
import { Select } from './Select.tsx';
import type { SelectProps } from './Select.tsx';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'id', label: 'Bahasa Indonesia', lang: 'id' },
  { value: 'ja', label: '日本語', lang: 'ja' },
  { value: 'ko', label: '한국어', lang: 'ko' },
  { value: 'zh-TW', label: '繁體中文', lang: 'zh-TW' },
];
const Live = (props: Partial<SelectProps<string>>) => {
  const [value, setValue] = useState(props.value ?? 'en');
  return <Select label="Language" options={LANGUAGES} {...props} value={value} onChange={setValue} />;
};
const meta = { title: 'ui/Select', component: Live, parameters: { width: 320 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = { args: { hint: 'Dates and numbers follow it.' } };
export const WithIcon: Story = { args: { icon: Globe, isLabelHidden: true } };
export const Focus: Story = { play: ({ canvasElement }) => canvasElement.querySelector('select')?.focus() };
export const Failed: Story = { args: { error: 'Choose one' } };
export const Disabled: Story = { args: { isDisabled: true, value: 'ja' } };
export const VeryLong: Story = {
  parameters: { width: 220 },
  args: { options: [{ value: 'en', label: 'Satu jam lagi, sampai besok pagi pukul sembilan waktu setempat' }] },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { icon: Globe } };
