import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { Button } from './Button.tsx';
import { Popover } from './Popover.tsx';

const Live = ({ startsOpen = false }: { startsOpen?: boolean }) => {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <div className="flex min-h-[200px] items-start justify-center">
      <Button ref={setAnchor} onClick={() => setOpen(true)}>
        Mute
      </Button>
      {anchor && (
        <Popover label="Mute for" isOpen={isOpen} onClose={() => setOpen(false)} anchor={anchor}>
          <p className="p-4">For how long?</p>
        </Popover>
      )}
    </div>
  );
};
const meta = { title: 'ui/Popover', component: Live } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = { args: { startsOpen: true } };
export const EscapeCloses: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await waitFor(() => expect(screen.getByRole('dialog')).toBeVisible());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { startsOpen: true } };
