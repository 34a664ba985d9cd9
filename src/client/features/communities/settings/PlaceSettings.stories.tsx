import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { FakeAnswers, FakeSeed } from '#testing/fakeServices.ts';
import { filmChat, filmPelan } from '#testing/samplePlaces.ts';
import { inTallPane } from '#testing/inTallPane.tsx';
import { withServices } from '#testing/withServices.tsx';
import { PlaceSettings } from './PlaceSettings.tsx';

const asked = fn();
const answers: FakeAnswers = {
  'code.get': () => ({ ok: true, data: { code: 'half-frame' } }),
  'chat.meta': (input) => {
    asked('chat.meta', input);
    return { ok: true, data: { r: 300 } };
  },
  'chat.settings': (input) => {
    asked('chat.settings', input);
    return { ok: true, data: { r: 301 } };
  },
};
const withRole = (ro: number, more: Partial<typeof filmChat.meta> = {}): FakeSeed => ({
  chats: [{ ...filmChat, me: { ...filmChat.me, ro }, meta: { ...filmChat.meta, ...more } }],
  answers,
});

const meta: Meta<typeof PlaceSettings> = {
  title: 'features/communities/PlaceSettings',
  component: PlaceSettings,
  decorators: [inTallPane, withServices(withRole(memberRole.owner))],
  parameters: { plane: 'none' },
  args: { chatId: filmPelan },
};
export default meta;
type Story = StoryObj<typeof PlaceSettings>;

export const Owner: Story = {};
/** The code is shown to those who may change it. */
export const WithCode: Story = {
  parameters: { seed: withRole(memberRole.owner, { set: { join: 3 } }) },
  async play({ canvas }) {
    await expect(await canvas.findByLabelText('Code')).toHaveValue('half-frame');
  },
};
/** An admin changes everything but how many there can be. */
export const Admin: Story = {
  parameters: { seed: withRole(memberRole.admin) },
  async play({ canvas }) {
    await canvas.findByLabelText('Name of the community');
    await expect(canvas.queryByLabelText('Most members')).toBeNull();
  },
};
/** Only what differs is sent. */
export const Saved: Story = {
  async play({ canvas, userEvent }) {
    asked.mockClear();
    const name = await canvas.findByLabelText('Name of the community');
    await userEvent.type(name, '!');
    await userEvent.click(canvas.getByRole('radio', { name: /^Approval/ }));
    await userEvent.type(canvas.getByLabelText('Question to those who ask'), 'Why?');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await canvas.findByText('Everybody sees the changes now.');
    await expect(asked).toHaveBeenCalledWith('chat.meta', expect.objectContaining({ title: 'Film Pelan 慢速底片!' }));
    const set = { join: 2, ask: 'Why?' };
    await expect(asked).toHaveBeenCalledWith('chat.settings', expect.objectContaining({ set }));
  },
};
export const Wrong: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.clear(await canvas.findByLabelText('Name of the community'));
    await userEvent.clear(canvas.getByLabelText('Most members'));
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await canvas.findByText('Please look at the marked fields.');
    await waitFor(() => expect(canvas.getByLabelText('Name of the community')).toHaveFocus());
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await expect(canvas.getByLabelText('Name of the community')).toHaveValue('Film Pelan 慢速底片');
    await expect(canvas.queryByRole('button', { name: 'Discard' })).toBeNull();
  },
};
export const Refused: Story = {
  parameters: {
    seed: {
      ...withRole(memberRole.owner),
      answers: { ...answers, 'chat.settings': () => ({ ok: false, code: 'FORBIDDEN' }) },
    },
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('switch', { name: /Show it in Discover/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await canvas.findByText('You are not allowed to do this.');
  },
};
export const Offline: Story = { parameters: { seed: { ...withRole(memberRole.owner), answers: {} } } };
export const PhoneIndonesianLargeText: Story = {
  parameters: { width: 360, textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const Japanese: Story = { globals: { language: 'ja' } };
