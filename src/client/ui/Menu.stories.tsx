import type { Meta, StoryObj } from '@storybook/react-vite';
import { BellOff, Copy, Ellipsis, Forward, Pin, Reply, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { IconButton } from './IconButton.tsx';
import { Menu } from './Menu.tsx';
import type { MenuEntry } from './Menu.tsx';

const ENTRIES: MenuEntry[] = [
  { id: 'reply', label: 'Reply', icon: Reply, isMirrored: true, keys: 'R', onAction: fn() },
  { id: 'forward', label: 'Forward', icon: Forward, isMirrored: true, onAction: fn() },
  { id: 'copy', label: 'Copy', icon: Copy, keys: 'Ctrl C', onAction: fn() },
  { id: 'mute', label: 'Mute', detail: 'Until tomorrow, 9:00', icon: BellOff, isChecked: true, onAction: fn() },
  { id: 'pin', label: 'Announce', icon: Pin, isDisabled: true, onAction: fn() },
  { kind: 'separator', id: 'line' },
  { id: 'unsend', label: 'Unsend', icon: Trash2, tone: 'danger', onAction: fn() },
];
const Live = ({ entries = ENTRIES, startsOpen = false }: { entries?: readonly MenuEntry[]; startsOpen?: boolean }) => {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <div className="flex min-h-[420px] items-start justify-center">
      <IconButton
        ref={setAnchor}
        icon={Ellipsis}
        label="More"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {anchor && (
        <Menu
          label="More about this message"
          entries={entries}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          anchor={anchor}
          placement="bottom start"
        />
      )}
    </div>
  );
};
const meta = { title: 'ui/Menu', component: Live } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = { args: { startsOpen: true } };
export const Keyboard: Story = {
  play: async ({ canvasElement }) => {
    const trigger = within(canvasElement).getByRole('button', { name: 'More' });
    await userEvent.click(trigger);
    await waitFor(() => expect(screen.getByRole('menu')).toBeVisible());
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await expect(trigger).toHaveFocus();
  },
};
export const ActionCloses: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Copy/u }));
    const copy = ENTRIES[2];
    if (copy && copy.kind !== 'separator') await expect(copy.onAction).toHaveBeenCalled();
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  },
};
export const VeryLong: Story = {
  args: {
    startsOpen: true,
    entries: [
      {
        id: 'a',
        label: 'Tandai sebagai belum dibaca mulai dari pesan ini dan seterusnya',
        icon: BellOff,
        onAction: fn(),
      },
      { id: 'b', label: 'このメッセージの送信を取り消す', icon: Trash2, tone: 'danger', onAction: fn() },
    ],
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { startsOpen: true } };
