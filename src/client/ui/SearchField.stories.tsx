import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { SearchField } from './SearchField.tsx';

const Live = ({ value: start = '', label = 'Search chats and messages' }: { value?: string; label?: string }) => {
  const [value, setValue] = useState(start);
  return <SearchField label={label} value={value} onChange={setValue} clearLabel="Clear" />;
};
const meta = { title: 'ui/SearchField', component: Live, parameters: { width: 320 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Filled: Story = { args: { value: 'コーヒー' } };
export const EscapeClears: Story = {
  args: { value: 'kopi' },
  play: async ({ canvasElement }) => {
    const box = within(canvasElement).getByRole('searchbox');
    await userEvent.type(box, '{Escape}');
    await expect(box).toHaveValue('');
  },
};
export const VeryLong: Story = { args: { label: 'Cari percakapan, pesan, orang, dan komunitas di perangkat ini' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { label: 'ابحث في المحادثات', value: 'قهوة' } };
