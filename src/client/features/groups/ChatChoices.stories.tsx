import type { Meta, StoryObj } from '@storybook/react-vite';
import { ChatChoices } from './ChatChoices.tsx';

const nothing = () => {};

const meta: Meta<typeof ChatChoices> = {
  title: 'features/groups/ChatChoices',
  component: ChatChoices,
  parameters: { width: 340 },
  args: {
    isPinned: false,
    mute: 'off',
    mutedUntil: undefined,
    notify: 'all',
    isGroup: true,
    onPin: nothing,
    onMute: nothing,
    onNotify: nothing,
    onHide: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof ChatChoices>;

export const Group: Story = {};
export const PinnedAndQuiet: Story = { args: { isPinned: true, mute: 'always', notify: 'none' } };
export const MutedForAWhile: Story = { args: { mute: 'until', mutedUntil: 'Sun, 07:15', notify: 'mentions' } };
/** A 1:1 chat knows no mentions; the choice of another version of the app counts as all. */
export const Direct: Story = {
  args: { isGroup: false, notify: 'mentions' },
  async play({ canvas }) {
    await canvas.findByDisplayValue('All messages');
    if (canvas.queryByRole('option', { name: 'Mentions only' })) throw new Error('a 1:1 chat offers mentions');
  },
};
export const TraditionalChinese: Story = {
  args: { mute: 'until', mutedUntil: '週日 07:15' },
  globals: { language: 'zh-TW' },
};
export const IndonesianLargeText: Story = {
  args: { isPinned: true, mute: 'until', mutedUntil: 'Min, 07.15' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id' },
};
export const RightToLeft: Story = { args: { isPinned: true }, parameters: { dir: 'rtl' } };
/** In a community announcements can be all that alerts. */
export const Community: Story = { args: { isGroup: true, isPlace: true, notify: 'announcements' } };
