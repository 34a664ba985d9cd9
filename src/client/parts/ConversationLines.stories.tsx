import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '#client/ui/Button.tsx';
import { DateSeparator } from './DateSeparator.tsx';
import { HoleNotice } from './HoleNotice.tsx';
import { SystemLine } from './SystemLine.tsx';
import { TypingLine } from './TypingLine.tsx';

const meta = {
  title: 'parts/Conversation lines',
  component: HoleNotice,
  parameters: { plane: 'sunken', width: 600 },
  args: { title: '37 messages are missing here.', text: 'They come when you are online. You can read on.' },
} satisfies Meta<typeof HoleNotice>;
export default meta;
type Story = StoryObj<typeof meta>;

const PEOPLE = [
  { id: 'h', name: '윤하늘' },
  { id: 's', name: 'Sari' },
];
export const Hole: Story = {};
export const HoleFilling: Story = {
  args: { text: 'Filling from 15 November on, 22 so far. You can read on.', progress: { value: 0.6, label: 'Filled' } },
};
export const HoleFailed: Story = {
  parameters: { width: 320 },
  args: {
    text: 'The server did not answer.',
    action: (
      <Button size="small" kind="tonal">
        Try now
      </Button>
    ),
  },
};
export const System: Story = {
  render: () => (
    <>
      <SystemLine text="Sari Wulandari added 韋婷" />
      <SystemLine text="トークルーム名が「週末さんぽ部」に変更されました" />
      <SystemLine text="Raden Mas Panji Sosrokartono mengubah nama grup menjadi “Panitia reuni akbar angkatan 2009 dan keluarga besar”" />
    </>
  ),
};
export const Typing: Story = {
  render: () => (
    <>
      <TypingLine people={PEOPLE.slice(0, 1)} text="윤하늘 is typing" />
      <TypingLine people={PEOPLE} text="윤하늘 and Sari are typing" />
    </>
  ),
};
export const NobodyTypes: Story = { render: () => <TypingLine people={[]} text="" /> };
export const Day: Story = { render: () => <DateSeparator text="Friday, 17 October" dateTime="2025-10-17" /> };
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { title: '37 رسالة مفقودة هنا.', text: 'ستصل عندما تتصل.', progress: { value: 0.3, label: 'اكتمل' } },
};
