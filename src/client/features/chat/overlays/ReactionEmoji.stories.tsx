import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, within } from 'storybook/test';
import { useServices } from '#client/context.ts';
import type { FakeServices } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { ReactionEmoji, type ReactionEmojiProps } from './ReactionEmoji.tsx';

const used: { services?: FakeServices } = {};

function Stage(props: ReactionEmojiProps) {
  const services = useServices() as FakeServices;
  useEffect(() => {
    used.services = services;
  }, [services]);
  return <ReactionEmoji {...props} />;
}

const kept = (key: string, value: unknown) => ({ name: 'setPref', input: { key, val: JSON.stringify(value) } });

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ReactionEmoji',
  component: Stage,
  decorators: [withServices({ prefs: { recentEmoji: ['🙏', '🛵', '☕'] } })],
  parameters: { plane: 'raised', width: 352 },
  args: { onPick: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** One that is found is the reaction, and the first of those used last. With a mouse the search has the focus at once. */
export const Found: Story = {
  async play({ args, canvas, userEvent }) {
    const field = await canvas.findByRole('searchbox', { name: 'Search emoji' });
    await expect(field).toHaveFocus();
    await userEvent.type(field, 'bicycle');
    await userEvent.click(await canvas.findByRole('gridcell', { name: 'bicycle' }));
    await expect(args.onPick).toHaveBeenCalledWith('🚲');
    await expect(used.services?.calls).toEqual([kept('recentEmoji', ['🚲', '🙏', '🛵', '☕'])]);
  },
};
/** One that was used before comes to the front and stands there once. */
export const UsedLast: Story = {
  async play({ args, canvas, userEvent }) {
    const recent = await canvas.findByRole('group', { name: 'Recently used' });
    await userEvent.click(await within(recent).findByText('☕'));
    await expect(args.onPick).toHaveBeenCalledWith('☕');
    await expect(used.services?.calls).toEqual([kept('recentEmoji', ['☕', '🙏', '🛵'])]);
  },
};
export const NothingUsedYet: Story = {
  parameters: { seed: {} },
  async play({ canvas }) {
    await canvas.findByRole('gridcell', { name: 'grinning face' });
    await expect(canvas.queryByRole('group', { name: 'Recently used' })).toBeNull();
  },
};
/** The skin tone is that of the composer, and changed for both. */
export const Toned: Story = {
  parameters: { seed: { prefs: { emojiTone: 'medium-dark' } } },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'thumbs up');
    await userEvent.click(await canvas.findByText('👍🏾'));
    await expect(args.onPick).toHaveBeenCalledWith('👍🏾');
    await userEvent.click(canvas.getByRole('radio', { name: 'Light' }));
    await expect(used.services?.calls).toContainEqual(kept('emojiTone', 'light'));
  },
};
export const JapanesePhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox', { name: '絵文字を検索' }), 'さいくりんぐ');
    await userEvent.click(await canvas.findByRole('gridcell', { name: '自転車' }));
    await expect(args.onPick).toHaveBeenCalledWith('🚲');
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
