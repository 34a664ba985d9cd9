import type { Meta, StoryObj } from '@storybook/react-vite';
import { Download, Image, LogOut, Moon, Smartphone, Volume2 } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Button } from './Button.tsx';
import { SettingsRow } from './SettingsRow.tsx';
import { Slider } from './Slider.tsx';
import { Switch } from './Switch.tsx';

const meta = {
  title: 'ui/SettingsRow',
  component: SettingsRow,
  parameters: { plane: 'raised', width: 440 },
  args: { title: 'Pictures', icon: Image },
} satisfies Meta<typeof SettingsRow>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Plain: Story = { args: { detail: 'Kept for a month' } };
export const Value: Story = { args: { value: '1.3 GB' } };
/** The switch is named by the title and described by the detail. */
export const Control: Story = {
  args: {
    icon: Moon,
    title: 'Quiet at night',
    detail: 'From 22 to 7',
    control: <Switch isOn={false} onChange={fn()} />,
  },
  play: async ({ canvasElement }) => {
    const control = within(canvasElement).getByRole('switch', { name: 'Quiet at night' });
    await expect(control).toHaveAccessibleDescription('From 22 to 7');
  },
};
export const End: Story = {
  args: {
    icon: Smartphone,
    title: 'Pixel 9',
    detail: 'Surabaya, three days ago',
    end: (
      <Button kind="quiet" size="small" label="Rename Pixel 9">
        Rename
      </Button>
    ),
  },
};
export const Below: Story = {
  args: {
    icon: Volume2,
    title: 'Loudness',
    value: '40 %',
    below: <Slider label="Loudness" min={0} max={1} step={0.1} value={0.4} onChange={fn()} valueText="40 %" />,
  },
};
export const Link: Story = { args: { href: '#', value: 'Wi-Fi only' } };
/** The whole row is the target, beside its words too. */
export const Action: Story = {
  args: { icon: Download, title: 'Save a copy of everything', onClick: fn() },
  play: async ({ args, canvasElement }) => {
    const button = within(canvasElement).getByRole('button');
    const { bottom, right } = canvasElement.querySelector('.relative')?.getBoundingClientRect() ?? new DOMRect();
    await expect(document.elementFromPoint(right - 8, bottom - 8)).toBe(button);
    await userEvent.click(button);
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};
export const Danger: Story = { args: { icon: LogOut, title: 'Sign out', tone: 'danger', onClick: fn() } };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <SettingsRow icon={Image} title="Pictures" href="#" value="Wi-Fi only" />
      <SettingsRow icon={LogOut} title="Sign out" tone="danger" onClick={fn()} />
    </div>
  ),
};
export const Focus: Story = { args: { href: '#' }, play: async () => userEvent.tab() };
export const VeryLong: Story = {
  parameters: { plane: 'raised', width: 360, textScale: 1.4 },
  args: {
    title: 'Unduh gambar dan video secara otomatis saat tersambung ke jaringan seluler',
    detail: 'Berkas di atas lima megabita selalu menunggu sampai kamu mengetuknya',
    value: 'Hanya gambar kecil',
    href: '#',
  },
};
export const Languages: Story = {
  render: () => (
    <>
      <SettingsRow icon={Image} title="画像の自動ダウンロード" value="Wi-Fi のみ" href="#" />
      <SettingsRow icon={Image} title="사진 자동 내려받기" value="Wi-Fi에서만" href="#" />
      <SettingsRow icon={Image} title="自動下載圖片" value="僅限 Wi-Fi" href="#" />
    </>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'raised', width: 440, dir: 'rtl' },
  args: { title: 'الصور', detail: 'تُحفظ شهرًا', value: '١٫٣ غيغابايت', href: '#' },
};
