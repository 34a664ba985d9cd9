import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { Badge } from './Badge.tsx';
import { MentionBadge } from './MentionBadge.tsx';

const meta = { title: 'ui/MentionBadge', component: MentionBadge } satisfies Meta<typeof MentionBadge>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Decoration: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('img')).toBeNull();
  },
};
export const Labelled: Story = {
  args: { label: 'Somebody named you' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('img', { name: 'Somebody named you' })).toBeVisible();
  },
};
const Row = () => (
  <p className="flex max-w-[300px] items-center gap-2">
    <span className="min-w-0 flex-1 truncate">Ingrid: @Dewi 写真の順番、これで合ってる？</span>
    <MentionBadge />
    <Badge count={23} tone="muted" />
  </p>
);
/** The chat is muted, the mention is not. */
export const InAMutedRow: Story = { render: () => <Row /> };
export const LargeText: Story = { parameters: { textScale: 1.4 }, render: () => <Row /> };
export const OnSunken: Story = { parameters: { plane: 'sunken' }, render: () => <Row /> };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, render: () => <Row /> };
