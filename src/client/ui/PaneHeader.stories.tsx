import type { Meta, StoryObj } from '@storybook/react-vite';
import { Calendar, Ellipsis, PanelRight, Search, SquarePen } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Avatar } from './Avatar.tsx';
import { IconButton } from './IconButton.tsx';
import { PaneHeader } from './PaneHeader.tsx';

const meta = {
  title: 'ui/PaneHeader',
  component: PaneHeader,
  parameters: { plane: 'none' },
  args: { title: 'Chats' },
} satisfies Meta<typeof PaneHeader>;
export default meta;
type Story = StoryObj<typeof meta>;

export const List: Story = {
  decorators: [
    (Story) => (
      <div className="w-[320px]">
        <Story />
      </div>
    ),
  ],
  args: {
    actions: (
      <>
        <IconButton icon={SquarePen} label="New chat" />
        <IconButton icon={Ellipsis} label="More" />
      </>
    ),
  },
};
const chatActions = (
  <>
    <IconButton icon={Search} label="Search in chat" />
    <IconButton icon={Calendar} label="Jump to date" />
    <IconButton icon={PanelRight} label="Info" />
  </>
);
export const Chat: Story = {
  args: {
    look: 'pane',
    title: 'Jogja bareng 🛵',
    subtitle: '14 members',
    lead: <Avatar id="g1" name="Jogja bareng" size={40} />,
    actions: chatActions,
    back: { href: '#', label: 'Back to chats, 6 unread', isPhoneOnly: true },
    onTitleClick: fn(),
  },
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /Jogja/u }));
    await expect(args.onTitleClick).toHaveBeenCalledOnce();
  },
};
export const WithBack: Story = {
  args: {
    look: 'pane',
    title: 'Unsent messages',
    subtitle: '2 waiting · 1 needs you',
    back: { href: '#', label: 'Back' },
  },
};
export const VeryLong: Story = {
  decorators: [
    (Story) => (
      <div className="w-[360px]">
        <Story />
      </div>
    ),
  ],
  args: {
    ...Chat.args,
    title: 'Panitia reuni akbar angkatan 2009 dan keluarga besar se-Jabodetabek',
    subtitle: '412 anggota, 37 sedang di sini, dibisukan sampai besok pagi',
  },
};
export const Japanese: Story = {
  args: { ...Chat.args, title: '週末さんぽ部', subtitle: 'メンバー 9人', lang: 'ja', onTitleClick: undefined },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { ...Chat.args, title: 'رحلة جوكجا', subtitle: '١٤ عضوًا', back: { href: '#', label: 'رجوع' } },
};
