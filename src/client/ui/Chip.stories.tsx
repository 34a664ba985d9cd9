import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Chip } from './Chip.tsx';
import { ChipRow } from './ChipRow.tsx';

const meta = { title: 'ui/Chip', component: Chip, args: { children: 'All', isOn: true, onClick: fn() } } satisfies Meta<
  typeof Chip
>;
export default meta;
type Story = StoryObj<typeof meta>;

const Filters = () => (
  <ChipRow label="Filter">
    <Chip isOn onClick={fn()}>
      All
    </Chip>
    <Chip isOn={false} onClick={fn()} count={5}>
      Unread
    </Chip>
    <Chip isOn={false} onClick={fn()}>
      Keluarga
    </Chip>
    <Chip isOn={false} onClick={fn()} lang="ja">
      旅行
    </Chip>
    <Chip isOn={false} onClick={fn()}>
      Work
    </Chip>
  </ChipRow>
);
export const Row: Story = { parameters: { width: 320 }, render: () => <Filters /> };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <Filters />
    </div>
  ),
};
export const Focus: Story = {
  render: () => (
    <div data-force="focus">
      <Filters />
    </div>
  ),
};
export const Disabled: Story = { args: { isDisabled: true, isOn: false } };
export const Languages: Story = {
  render: () => (
    <ChipRow label="Language" isWrapping>
      <Chip isOn hasTick onClick={fn()}>
        English
      </Chip>
      <Chip isOn={false} onClick={fn()} lang="id">
        Bahasa Indonesia
      </Chip>
      <Chip isOn={false} onClick={fn()} lang="ja">
        日本語
      </Chip>
      <Chip isOn={false} onClick={fn()} lang="ko">
        한국어
      </Chip>
      <Chip isOn={false} onClick={fn()} lang="zh-TW">
        繁體中文
      </Chip>
    </ChipRow>
  ),
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, render: () => <Filters /> };
