import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { SegmentedChoice } from './SegmentedChoice.tsx';

type Option = { value: string; label: string };
const Live = ({
  options = [
    { value: 'in', label: 'Log in' },
    { value: 'up', label: 'Sign up' },
  ],
}: {
  options?: readonly Option[];
}) => {
  const [value, setValue] = useState(options[0]?.value ?? '');
  return <SegmentedChoice label="Log in or sign up" options={options} value={value} onChange={setValue} />;
};
const meta = { title: 'ui/SegmentedChoice', component: Live, parameters: { width: 432 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const Focus: Story = { play: ({ canvasElement }) => canvasElement.querySelector('input')?.focus() };
export const Three: Story = {
  args: {
    options: [
      { value: 'a', label: 'すべて' },
      { value: 'b', label: '写真' },
      { value: 'c', label: 'ファイル' },
    ],
  },
};
export const VeryLong: Story = {
  parameters: { width: 300 },
  args: {
    options: [
      { value: 'a', label: 'Masuk dengan kata sandi' },
      { value: 'b', label: 'Daftar akun baru' },
    ],
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: {
    options: [
      { value: 'a', label: 'تسجيل الدخول' },
      { value: 'b', label: 'إنشاء حساب' },
    ],
  },
};
