import type { Meta, StoryObj } from '@storybook/react-vite';
import { LinkButton } from './LinkButton.tsx';
import { SectionLabel } from './SectionLabel.tsx';

const end = (words: string) => (
  <LinkButton href="#" className="text-12">
    {words}
  </LinkButton>
);

const meta = {
  title: 'ui/SectionLabel',
  component: SectionLabel,
  parameters: { width: 320 },
  args: { children: 'Colleagues · 17' },
} satisfies Meta<typeof SectionLabel>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const WithLink: Story = { args: { end: end('Invite') } };
export const Levels: Story = {
  render: () => (
    <>
      <SectionLabel>Photos and videos</SectionLabel>
      <SectionLabel level={3}>March</SectionLabel>
      <SectionLabel level={3}>February</SectionLabel>
    </>
  ),
};
export const VeryLong: Story = {
  parameters: { width: 292, textScale: 1.4 },
  args: { children: 'Orang yang sudah lama tidak mengirim kabar', end: end('Lihat semua') },
};
export const Languages: Story = {
  render: () => (
    <>
      <SectionLabel end={end('Undang')}>Rekan kerja · 17</SectionLabel>
      <SectionLabel end={end('招待')}>同僚 · 17</SectionLabel>
      <SectionLabel end={end('초대')}>직장 동료 · 17</SectionLabel>
      <SectionLabel end={end('邀請')}>同事 · 17</SectionLabel>
    </>
  ),
};
export const OnSunken: Story = { parameters: { plane: 'sunken', width: 320 }, args: { end: end('Invite') } };
export const RightToLeft: Story = {
  parameters: { width: 320, dir: 'rtl' },
  args: { children: 'الزملاء · ١٧', end: end('دعوة') },
};
