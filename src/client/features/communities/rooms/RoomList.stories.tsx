import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { filmPelan } from '#testing/samplePlaces.ts';
import { filmRooms, roomId, sampleRooms } from '#testing/sampleRooms.ts';
import { RoomList } from './RoomList.tsx';
import { toRoomItems } from './toRoomItems.ts';

const chats = new Map(sampleRooms.map((chat) => [chat.c, chat]));
const items = toRoomItems({ ...filmRooms, unread: 0, mentions: 0 }, chats, { main: 'Main room', now: 0 });

const meta: Meta<typeof RoomList> = {
  title: 'features/communities/RoomList',
  component: RoomList,
  decorators: [
    (Story) => (
      <div className="w-list bg-surface py-2 text-ink">
        <Story />
      </div>
    ),
  ],
  parameters: { plane: 'none' },
  args: { items, openId: roomId(4), onOpen: fn() },
};
export default meta;
type Story = StoryObj<typeof RoomList>;

/** Dot where I have not been, numbers where I have, grey where it is muted. */
export const Member: Story = {
  async play({ canvas, userEvent, args }) {
    await expect(canvas.getByRole('link', { name: /Announcements only.*New messages/ })).toBeVisible();
    await expect(canvas.getByRole('link', { name: /Show your roll.*Mentions you.*48 unread/ })).toBeVisible();
    await expect(canvas.getByRole('link', { name: /darkroom/ })).toHaveAttribute('aria-current', 'page');
    await expect(canvas.queryByRole('button')).toBeNull();
    await userEvent.click(canvas.getByRole('link', { name: /Main room/ }));
    await expect(args.onOpen).toHaveBeenCalledWith(filmPelan);
  },
};
export const WithTheRight: Story = {
  args: { onNew: fn(), onEdit: fn() },
  async play({ canvas, userEvent, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'New room' }));
    await expect(args.onNew).toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: /Change “Kamar gelap/ }));
    await expect(args.onEdit).toHaveBeenCalledWith(roomId(4));
  },
};
export const AllMuted: Story = {
  args: { items: items.map((item) => ({ ...item, isQuiet: true })), openId: filmPelan },
};
export const OnlyMain: Story = { args: { items: items.slice(0, 1), openId: filmPelan, onNew: fn(), onEdit: fn() } };
export const Japanese: Story = { args: { onNew: fn(), onEdit: fn() }, globals: { locale: 'ja' } };
