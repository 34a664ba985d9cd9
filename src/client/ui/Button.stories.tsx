import type { Meta, StoryObj } from '@storybook/react-vite';
import { Plus, RotateCw } from 'lucide-react';
import { fn } from 'storybook/test';
import { Button } from './Button.tsx';
import type { ButtonProps } from './Button.tsx';

const meta = { title: 'ui/Button', component: Button, args: { children: 'Allow', onClick: fn() } } satisfies Meta<
  typeof Button
>;
export default meta;
type Story = StoryObj<typeof meta>;

const KINDS: NonNullable<ButtonProps['kind']>[] = ['filled', 'cta', 'tonal', 'quiet', 'ghost', 'danger', 'dangerQuiet'];

const Row = (args: Partial<ButtonProps>) => (
  <div className="flex flex-wrap items-center gap-3">
    {KINDS.map((kind) => (
      <Button key={kind} kind={kind} {...args}>
        {args.children ?? kind}
      </Button>
    ))}
  </div>
);

export const Kinds: Story = { render: () => <Row /> };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <Row />
    </div>
  ),
};
export const Focus: Story = {
  render: () => (
    <div data-force="focus">
      <Row />
    </div>
  ),
};
export const Busy: Story = { render: () => <Row isBusy>Allow</Row> };
export const Disabled: Story = { render: () => <Row isDisabled>Allow</Row> };
export const Sizes: Story = {
  render: () => (
    <div className="flex flex-wrap items-center gap-3">
      <Button size="small" kind="tonal" icon={RotateCw}>
        Try now
      </Button>
      <Button icon={Plus}>New group</Button>
      <Button size="large">Log in</Button>
    </div>
  ),
};
export const VeryLong: Story = {
  parameters: { width: 280 },
  render: () => (
    <Button isWide icon={Plus}>
      Keluarkan perangkat ini dari akun dan hapus salinan percakapannya
    </Button>
  ),
};
export const Languages: Story = {
  render: () => (
    <div className="flex flex-wrap gap-3">
      <Button>Kirim sekarang</Button>
      <Button>
        <span lang="ja">今すぐ送信</span>
      </Button>
      <Button>
        <span lang="ko">지금 보내기</span>
      </Button>
      <Button>
        <span lang="zh-TW">立即傳送</span>
      </Button>
    </div>
  ),
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  render: () => <Button icon={Plus}>مجموعة جديدة</Button>,
};
