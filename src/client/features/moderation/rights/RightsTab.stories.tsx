import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { jogja, sampleChats } from '#testing/sampleChats.ts';
import { filmChat, filmPelan } from '#testing/samplePlaces.ts';
import { inTallPane } from '#testing/inTallPane.tsx';
import { withServices } from '#testing/withServices.tsx';
import { RightsTab } from './RightsTab.tsx';

const asked = fn();
const [group] = sampleChats;
if (!group) throw new Error('sample chats are missing');
const withRole = (ro: number, set = filmChat.meta.set): FakeSeed => ({
  chats: [
    { ...filmChat, me: { ...filmChat.me, ro }, meta: { ...filmChat.meta, ...(set ? { set } : {}) } },
    { ...group, me: { ...group.me, ro } },
  ],
  answers: {
    'chat.settings': (input) => {
      asked(input);
      return { ok: true, data: { r: 300 } };
    },
  },
});

const meta: Meta<typeof RightsTab> = {
  title: 'features/moderation/RightsTab',
  component: RightsTab,
  decorators: [inTallPane, withServices(withRole(memberRole.owner))],
  parameters: { plane: 'none' },
  args: { c: filmPelan },
};
export default meta;
type Story = StoryObj<typeof RightsTab>;

export const Owner: Story = {};
/** An admin sees what is so, and can change nothing. */
export const Admin: Story = {
  parameters: { seed: withRole(memberRole.admin) },
  async play({ canvas }) {
    await canvas.findByText('You see what roles may do. Only the owner changes it.');
    await expect(canvas.queryByRole('checkbox')).toBeNull();
  },
};
export const OneChange: Story = {
  async play({ canvas, userEvent }) {
    asked.mockClear();
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Mods: Ban' }));
    await canvas.findByText('1 change');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(asked.mock.calls[0]?.[0]).toMatchObject({
      set: { rights: [0, 2 + 4 + 8 + 16 + 128 + 256, 4_095 - 64] },
    });
  },
};
/** Rights that the owner has set can go back to the usual ones. */
export const Own: Story = {
  parameters: { seed: withRole(memberRole.owner, { ...filmChat.meta.set, rights: [1, 2, 4_095] }) },
  async play({ canvas, userEvent }) {
    asked.mockClear();
    await userEvent.click(await canvas.findByRole('button', { name: 'Back to the usual rights' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(asked.mock.calls[0]?.[0]).toMatchObject({ set: { rights: null } });
  },
};
export const Group: Story = { args: { c: jogja } };
export const Refused: Story = {
  parameters: { seed: { ...withRole(memberRole.owner), answers: {} } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Members: Announce' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await canvas.findByRole('alert');
  },
};
export const Phone: Story = { parameters: { width: 360 }, globals: { viewport: { value: 'phone' } } };
export const PhoneIndonesianLargeText: Story = {
  parameters: { width: 360, textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const Japanese: Story = {
  parameters: { width: 360 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
