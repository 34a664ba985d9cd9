import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { filmChat, filmPelan } from '#testing/samplePlaces.ts';
import { filmRooms, roomId, sampleRooms } from '#testing/sampleRooms.ts';
import { withServices } from '#testing/withServices.tsx';
import { RoomsBar } from './RoomsBar.tsx';

const meta: Meta<typeof RoomsBar> = {
  title: 'features/communities/RoomsBar',
  component: RoomsBar,
  decorators: [withServices({ chats: [filmRooms, ...sampleRooms] })],
  parameters: { plane: 'none', viewport: { defaultViewport: 'mobile1' } },
  args: { communityId: filmPelan, openId: roomId(4), onOpen: fn() },
};
export default meta;
type Story = StoryObj<typeof RoomsBar>;

/** Only on a phone; elsewhere the list stands beside the conversation. */
export const WithNews: Story = {
  async play({ canvas, userEvent, args }) {
    const button = canvas.getByRole('button', { hidden: true });
    await expect(button).toHaveTextContent('8');
    button.click();
    const page = within(document.body);
    await userEvent.click(await page.findByRole('link', { name: /한국어/ }));
    await expect(args.onOpen).toHaveBeenCalledWith(roomId(6));
  },
};
export const NoRooms: Story = {
  parameters: { seed: { chats: [filmChat] } },
  args: { openId: filmPelan },
  async play({ canvas }) {
    await expect(canvas.queryByRole('button', { hidden: true })).toBeNull();
  },
};
