import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen } from 'storybook/test';
import { versionState } from '#protocol/entities/appStates.ts';
import { sampleMade, sampleMadeApp, sampleVersion } from '#testing/sampleMakers.ts';
import { VersionList } from './VersionList.tsx';

const meta: Meta<typeof VersionList> = {
  title: 'features/appMaker/VersionList',
  component: VersionList,
  parameters: { plane: 'raised', width: 680 },
  args: { app: sampleMadeApp, isBusy: false, problem: undefined, onUse: fn(async () => true) },
};
export default meta;
type Story = StoryObj<typeof VersionList>;

export const TwoApproved: Story = {};
export const EveryState: Story = {
  args: {
    app: {
      live: 2,
      versions: [
        sampleVersion(1, versionState.approved),
        sampleVersion(2, versionState.approved),
        sampleVersion(3, versionState.declined, { note: 'The reason for the camera does not say what happens to it.' }),
        sampleVersion(4, versionState.review),
      ],
    },
  },
};
/** Going back is asked first, because everybody gets it. */
export const RollBack: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /Use this version · Version 1/ }));
    await screen.findByText(/go back to an earlier version/);
    await userEvent.click(screen.getByRole('button', { name: 'Use this version' }));
    await expect(args.onUse).toHaveBeenCalledWith(1);
  },
};
export const Failed: Story = {
  args: { problem: 'The server cannot be reached right now.', onUse: async () => false },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /Use this version/ }));
    await screen.findByText('The server cannot be reached right now.');
  },
};
export const Japanese: Story = { args: { app: sampleMade.waiting }, globals: { language: 'ja' } };
