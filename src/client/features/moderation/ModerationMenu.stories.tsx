import type { Meta, StoryObj } from '@storybook/react-vite';
import { moderationTabs } from './moderationTabs.ts';
import { ModerationMenu } from './ModerationMenu.tsx';

const meta: Meta<typeof ModerationMenu> = {
  title: 'features/moderation/ModerationMenu',
  component: ModerationMenu,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[860px] w-list border-e border-line text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    title: 'Film Pelan · 慢速底片',
    tabs: moderationTabs,
    tab: 'filter',
    hrefOf: (tab) => `/chats/1/moderation/${tab}`,
    follow: () => (event) => event.preventDefault(),
    backHref: '/chats/1',
    isFrozen: false,
    slowdown: { slow: 60, newRead: 0, newLinks: 24 },
    onFreeze: () => undefined,
    onSlowdown: () => undefined,
    isBusy: false,
    problem: undefined,
  },
};
export default meta;
type Story = StoryObj<typeof ModerationMenu>;

export const Admin: Story = {};
export const Frozen: Story = { args: { isFrozen: true, slowdown: { slow: 7, newRead: 10, newLinks: 0 } } };
/** A moderator looks, and changes no settings. */
export const Moderator: Story = {
  args: { tabs: ['filter', 'held', 'audit', 'members'], onFreeze: undefined, onSlowdown: undefined },
};
export const Failed: Story = { args: { problem: 'The server does not answer right now.' } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
