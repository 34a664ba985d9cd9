import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { TextArea } from './TextArea.tsx';
import type { TextAreaProps } from './TextArea.tsx';

const Live = (props: Partial<TextAreaProps>) => {
  const [value, setValue] = useState(props.value ?? '');
  return <TextArea label="About you" {...props} value={value} onChange={setValue} />;
};
const meta = { title: 'ui/TextArea', component: Live, parameters: { width: 392 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = { args: { placeholder: 'A sentence or two', hint: 'Friends see it.' } };
export const Filled: Story = { args: { value: 'pelan-pelan asal sampai' } };
export const Failed: Story = { args: { value: 'x'.repeat(300), error: '300 of 200 characters' } };
export const Disabled: Story = { args: { value: 'Read only here', isDisabled: true } };
export const Cjk: Story = { args: { label: '自己紹介', value: 'カメラは2台、服は3枚。\n旅の前はいつもこうです。' } };
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { label: 'نبذة عنك', value: 'أحب القهوة والمشي' },
};
