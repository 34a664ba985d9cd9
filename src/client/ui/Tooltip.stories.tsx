import type { Meta, StoryObj } from '@storybook/react-vite';
import { Calendar } from 'lucide-react';
import { expect, screen, userEvent } from 'storybook/test';
import { IconButton } from './IconButton.tsx';
import { Tooltip } from './Tooltip.tsx';

const meta = {
  title: 'ui/Tooltip',
  component: Tooltip,
  args: {
    text: 'Jump to date',
    keys: 'Ctrl J',
    children: <IconButton icon={Calendar} label="Jump to date" hasTooltip={false} />,
  },
} satisfies Meta<typeof Tooltip>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Closed: Story = {};
export const OnFocus: Story = {
  decorators: [
    (Story) => (
      <div className="grid h-[120px] justify-center">
        <Story />
      </div>
    ),
  ],
  play: async () => {
    await userEvent.tab();
    await expect(await screen.findByRole('tooltip')).toBeVisible();
  },
};
export const EscapeHides: Story = {
  play: async () => {
    await userEvent.tab();
    await screen.findByRole('tooltip');
    await userEvent.keyboard('{Escape}');
    await expect(screen.queryByRole('tooltip')).toBeNull();
  },
};
export const AtTheEdge: Story = {
  parameters: { dir: 'rtl' },
  args: { text: 'الانتقال إلى تاريخ معيّن في هذه المحادثة' },
  play: async () => {
    await userEvent.tab();
    await screen.findByRole('tooltip');
  },
};
