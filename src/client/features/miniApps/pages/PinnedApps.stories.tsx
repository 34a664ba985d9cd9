import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sampleAppAnswers, sampleApps, sampleKept } from '#testing/sampleApps.ts';
import { withServices } from '#testing/withServices.tsx';
import { PinnedApps } from './PinnedApps.tsx';

const prefs = { appPins: sampleApps.slice(0, 3).map(({ id }) => id) };

const meta: Meta<typeof PinnedApps> = {
  title: 'features/miniApps/PinnedApps',
  component: PinnedApps,
  parameters: { plane: 'sunken' },
  decorators: [
    (Story) => (
      <nav aria-label="Main" className="w-rail">
        <Story />
      </nav>
    ),
    withServices({ prefs, answers: sampleAppAnswers }),
  ],
};
export default meta;
type Story = StoryObj<typeof PinnedApps>;

export const Three: Story = {
  async play({ canvas }) {
    await expect(await canvas.findAllByRole('link')).toHaveLength(3);
  },
};
/** Without a network they come from this device. */
export const Offline: Story = {
  parameters: { seed: { prefs, keptApps: sampleKept } },
  async play({ canvas }) {
    await canvas.findByRole('link', { name: 'Antre Dulu' });
  },
};
