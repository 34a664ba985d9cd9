import type { Meta, StoryObj } from '@storybook/react-vite';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './IconButton.tsx';
import { TextField } from './TextField.tsx';
import type { TextFieldProps } from './TextField.tsx';

const Live = (props: Partial<TextFieldProps>) => {
  const [value, setValue] = useState(props.value ?? '');
  return <TextField label="Name" {...props} value={value} onChange={setValue} />;
};
const meta = { title: 'ui/TextField', component: Live, parameters: { width: 392 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = { args: { placeholder: 'A name for here', hint: 'Only this community sees it.' } };
export const Filled: Story = { args: { value: 'Lampu Merah', hint: '11 of 30' } };
export const Focus: Story = {
  args: { value: 'Lampu Merah' },
  play: ({ canvasElement }) => canvasElement.querySelector('input')?.focus(),
};
export const Failed: Story = {
  args: { label: 'Join code', value: 'KB-29X', error: 'This code ran out on 12 Oct. Ask for a new one.' },
};
export const Disabled: Story = { args: { value: 'not shared', isDisabled: true } };
export const WithPrefixAndEnd: Story = {
  args: { label: 'ID', value: 'dewi', prefix: '@', end: <IconButton icon={Copy} label="Copy" className="-me-2" /> },
};
export const VeryLong: Story = {
  args: {
    label: 'Nama yang hanya kamu lihat di perangkat ini dan semua perangkatmu yang lain',
    value: 'an uncommonly long value that does not fit into the field at all',
    hint: 'Nama ini tidak pernah terlihat oleh orang lain, juga tidak oleh anggota grup tempat kalian berdua berada.',
  },
};
export const Languages: Story = {
  render: () => (
    <div className="grid gap-4">
      <Live label="名前" value="青島みのり" hint="友だちにはこの名前で表示されます" />
      <Live label="이름" value="윤하늘" />
      <Live label="名稱" value="韋婷" error="這個名稱太長了" />
    </div>
  ),
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { label: 'الاسم', value: 'فاطمة', error: 'هذا الاسم قصير جدًا' },
};
