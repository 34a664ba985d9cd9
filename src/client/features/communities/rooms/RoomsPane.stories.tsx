import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { filmPelan } from '#testing/samplePlaces.ts';
import { filmRooms, filmRoomsOwner, roomId, sampleRooms } from '#testing/sampleRooms.ts';
import { withServices } from '#testing/withServices.tsx';
import { RoomsPane } from './RoomsPane.tsx';

const seed: FakeSeed = { chats: [filmRooms, ...sampleRooms] };
const owner: FakeSeed = {
  chats: [filmRoomsOwner, ...sampleRooms],
  answers: {
    'room.create': () => ({ ok: true, data: { room: roomId(9), r: 9 } }),
    'room.update': () => ({ ok: false, code: 'FORBIDDEN' }),
    'room.close': () => ({ ok: true, data: { r: 9 } }),
  },
};

const meta: Meta<typeof RoomsPane> = {
  title: 'features/communities/RoomsPane',
  component: RoomsPane,
  decorators: [
    (Story) => (
      <div className="h-[640px] w-list border-e border-line text-ink">
        <Story />
      </div>
    ),
    withServices(seed),
  ],
  parameters: { plane: 'none' },
  args: { communityId: filmPelan, openId: roomId(2), onOpen: fn(), onBack: fn() },
};
export default meta;
type Story = StoryObj<typeof RoomsPane>;

export const Member: Story = {
  async play({ canvas, userEvent, args }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Back to all chats' }));
    await expect(args.onBack).toHaveBeenCalled();
    await expect(canvas.queryByRole('button', { name: 'New room' })).toBeNull();
  },
};
export const Making: Story = {
  parameters: { seed: owner },
  async play({ canvas, userEvent, args }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'New room' }));
    const page = within(document.body);
    await userEvent.type(await page.findByRole('textbox', { name: 'Name' }), 'Lenses');
    await userEvent.click(page.getByRole('button', { name: 'Create' }));
    await expect(args.onOpen).toHaveBeenCalledWith(roomId(9));
  },
};
export const Refused: Story = {
  parameters: { seed: owner },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /Change “Show your roll”/ }));
    const page = within(document.body);
    await userEvent.click(await page.findByRole('button', { name: 'Save' }));
    await waitFor(() => expect(page.getAllByRole('alert').some(({ textContent }) => textContent !== '')).toBe(true));
  },
};
export const Closing: Story = {
  parameters: { seed: owner },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /Change “Show your roll”/ }));
    const page = within(document.body);
    await userEvent.click(await page.findByRole('button', { name: 'Close room' }));
    await expect(await page.findByText(/cannot be undone/)).toBeVisible();
  },
};
/** Without the list beside it, as in the sheet of a phone. */
export const InSheet: Story = { args: { onBack: undefined } };
