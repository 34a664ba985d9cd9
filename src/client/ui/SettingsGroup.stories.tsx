import type { Meta, StoryObj } from '@storybook/react-vite';
import { ALargeSmall, Ban, Bell, Languages as LanguagesIcon, Laptop, Pencil } from 'lucide-react';
import { fn } from 'storybook/test';
import { Button } from './Button.tsx';
import { Chip } from './Chip.tsx';
import { ChipRow } from './ChipRow.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { SettingsRow } from './SettingsRow.tsx';
import { Slider } from './Slider.tsx';
import { Switch } from './Switch.tsx';
import { Tag } from './Tag.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';

const meta = {
  title: 'ui/SettingsGroup',
  component: SettingsGroup,
  parameters: { plane: 'sunken', width: 720 },
  args: { title: 'Appearance', text: 'Changes at once, on this device only.', children: null },
} satisfies Meta<typeof SettingsGroup>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Rows: Story = {
  render: (args) => (
    <SettingsGroup {...args}>
      <SettingsRow
        icon={ALargeSmall}
        title="Text size"
        value="100 %"
        below={<Slider label="Text size" min={0.9} max={1.4} step={0.1} value={1} onChange={fn()} valueText="100 %" />}
      />
      <SettingsRow
        icon={LanguagesIcon}
        title="Language"
        detail="Dates and numbers follow it"
        below={
          <ChipRow label="Language" isWrapping>
            <Chip isOn hasTick onClick={fn()}>
              English
            </Chip>
            <Chip isOn={false} onClick={fn()} lang="ja">
              日本語
            </Chip>
            <Chip isOn={false} onClick={fn()} lang="ko">
              한국어
            </Chip>
          </ChipRow>
        }
      />
      <SettingsRow
        icon={Bell}
        title="Play stickers"
        detail="Off when the system asks for less motion"
        control={<Switch isOn onChange={fn()} />}
      />
      <SettingsRow icon={Pencil} title="Name I use" detail="Only you see it" value="Haneul" href="#" />
      <SettingsRow
        icon={Laptop}
        title="This browser · Chromium on Linux"
        detail="Jakarta · here now"
        end={<Tag tone="ok">This device</Tag>}
      />
      <SettingsRow
        icon={Laptop}
        title="Library computer"
        detail="Bandung · 12 days ago"
        end={
          <Button kind="dangerQuiet" size="small" label="Sign out Library computer">
            Sign out
          </Button>
        }
      />
      <SettingsRow icon={Ban} title="Block" tone="danger" onClick={fn()} />
    </SettingsGroup>
  ),
};
export const Hover: Story = {
  ...Rows,
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
};
export const Themes: Story = {
  render: () => (
    <ThemeChoice
      label="Theme"
      labels={{ light: 'Light', dark: 'Dark', system: 'Automatic' }}
      value="system"
      onChange={fn()}
    />
  ),
};
export const VeryLong: Story = {
  parameters: { width: 300 },
  args: {
    title: 'Penyimpanan di perangkat ini dan di perangkat lain',
    text: 'Membersihkan menghapus gambar, suara, dan berkas dari perangkat ini.',
  },
  render: (args) => (
    <SettingsGroup {...args}>
      <SettingsRow
        icon={Bell}
        title="Pemberitahuan untuk pesan yang menyebut namamu di grup yang dibisukan"
        value="Selalu, juga pada malam hari"
        href="#"
      />
      <SettingsRow
        icon={Bell}
        title="通知にメッセージの内容を表示する"
        detail="オフにすると送信者の名前だけが表示されます"
        control={<Switch isOn={false} onChange={fn()} />}
      />
    </SettingsGroup>
  ),
};
export const RightToLeft: Story = { ...Rows, parameters: { dir: 'rtl' } };
