import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { within } from 'storybook/test';
import { AllAppsMenu } from './AllAppsMenu.tsx';

const nothing = () => {};

/** At a button, as on the page. */
function Placed() {
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <div className="h-40">
      <button type="button" ref={setAnchor}>
        Menu
      </button>
      {anchor && <AllAppsMenu anchor={anchor} onKnowing={nothing} onMake={nothing} onClose={nothing} />}
    </div>
  );
}

const meta: Meta<typeof AllAppsMenu> = {
  title: 'features/miniApps/AllAppsMenu',
  component: AllAppsMenu,
  parameters: { plane: 'sunken' },
  render: () => <Placed />,
  async play({ canvasElement }) {
    await within(canvasElement.ownerDocument.body).findByRole('menu');
  },
};
export default meta;
type Story = StoryObj<typeof AllAppsMenu>;

export const Plain: Story = {};
