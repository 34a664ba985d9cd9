import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ListChips } from './ListChips.tsx';

const meta: Meta<typeof ListChips> = {
  title: 'features/chatList/ListChips',
  component: ListChips,
  args: { view: 'all', onView: fn(), unreadChats: 4, folders: [], hasArchive: false, onFolders() {} },
  decorators: [
    (Story) => (
      <div className="w-[320px] px-4 pb-2 text-ink">
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof ListChips>;

export const Plain: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Unread/u }));
    await expect(args.onView).toHaveBeenCalledWith('unread');
  },
};
export const NothingNew: Story = { args: { unreadChats: 0, view: 'unread' } };
/** More than fit: the row scrolls, the button of the folders stays. */
export const ManyFolders: Story = {
  args: {
    view: 'folder.b',
    hasArchive: true,
    folders: [
      { id: 'a', name: 'Work', unread: 2 },
      { id: 'b', name: '家族', unread: 0 },
      { id: 'c', name: 'Everything about the house', unread: 11 },
    ],
  },
};
export const RightToLeft: Story = { ...ManyFolders, parameters: { dir: 'rtl' } };
export const KoreanLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'ko' } };
