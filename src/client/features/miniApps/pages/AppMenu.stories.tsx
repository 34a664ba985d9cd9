import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { within } from 'storybook/test';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { AppMenu, type AppMenuProps } from './AppMenu.tsx';

const nothing = () => {};

/** At a button, as on the page. */
function Placed(props: AppMenuProps) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <div className="h-80">
      <button type="button" ref={setAnchor}>
        Menu
      </button>
      {anchor && <AppMenu {...props} anchor={anchor} />}
    </div>
  );
}

const meta: Meta<typeof AppMenu> = {
  title: 'features/miniApps/AppMenu',
  component: AppMenu,
  parameters: { plane: 'sunken' },
  args: {
    app: sampleApps[0],
    name: 'Patungan',
    isFavourite: false,
    isPinned: false,
    onOpen: nothing,
    onStar: nothing,
    onPin: nothing,
    onPassport: nothing,
    onReport: nothing,
    onClose: nothing,
  },
  render: (args) => <Placed {...args} />,
  async play({ canvasElement }) {
    await within(canvasElement.ownerDocument.body).findByRole('menu');
  },
};
export default meta;
type Story = StoryObj<typeof AppMenu>;

export const Plain: Story = {};
export const LikedAndPinned: Story = { args: { isFavourite: true, isPinned: true } };
/** A closed app cannot be opened; what it knows can still be read. */
export const Closed: Story = { args: { app: oddApps[2] ?? sampleApps[0], name: 'Lucky Wheel' } };
export const Japanese: Story = { globals: { language: 'ja' } };
