import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { Checkbox } from './Checkbox.tsx';
import type { CheckboxProps } from './Checkbox.tsx';

const Live = (props: Partial<CheckboxProps>) => {
  const [isTicked, setTicked] = useState(props.isTicked ?? false);
  return <Checkbox label="Also remove the copy on this device" {...props} isTicked={isTicked} onChange={setTicked} />;
};
const meta = { title: 'ui/Checkbox', component: Live, parameters: { width: 360 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Off: Story = {};
export const On: Story = { args: { isTicked: true, detail: 'Chats come back when you log in again.' } };
export const Focus: Story = {
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const Disabled: Story = { args: { isTicked: true, isDisabled: true } };
export const VeryLong: Story = {
  args: {
    label: 'この端末に保存されている写真、ボイスメッセージ、ファイルもあわせて削除します',
    detail: '未送信のメッセージは削除されません。',
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { isTicked: true, label: 'احذف النسخة الموجودة على هذا الجهاز' },
};
