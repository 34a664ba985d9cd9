import type { Meta, StoryObj } from '@storybook/react-vite';
import { Tag } from './Tag.tsx';

const meta = { title: 'ui/Tag', component: Tag, args: { children: 'You' } } satisfies Meta<typeof Tag>;
export default meta;
type Story = StoryObj<typeof meta>;

const All = () => (
  <div className="flex flex-wrap gap-2">
    <Tag>You</Tag>
    <Tag tone="brand">Admin</Tag>
    <Tag tone="ok">This device</Tag>
    <Tag tone="warn">Held</Tag>
    <Tag tone="danger">Banned</Tag>
    <Tag lang="ja">日本語</Tag>
  </div>
);
export const Tones: Story = { render: () => <All /> };
export const OnRaised: Story = { parameters: { plane: 'raised' }, render: () => <All /> };
export const OnSunken: Story = { parameters: { plane: 'sunken' }, render: () => <All /> };
