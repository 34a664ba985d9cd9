import type { Meta, StoryObj } from '@storybook/react-vite';
import { ModerationLink } from './ModerationLink.tsx';

const meta: Meta<typeof ModerationLink> = {
  title: 'features/groups/ModerationLink',
  component: ModerationLink,
  args: { href: '/chats/1/moderation', onClick: (event) => event.preventDefault() },
};
export default meta;
type Story = StoryObj<typeof ModerationLink>;

export const English: Story = {};
export const Indonesian: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
