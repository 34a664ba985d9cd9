import type { Meta, StoryObj } from '@storybook/react-vite';
import { userEvent, within } from 'storybook/test';
import type { HealthState } from '#client/stores/healthStore.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { HealthPane } from './HealthPane.tsx';

const meta: Meta<typeof HealthPane> = {
  title: 'features/health/HealthPane',
  component: HealthPane,
  decorators: [withServices(sampleSeed)],
  parameters: { plane: 'none' },
};
export default meta;
type Story = StoryObj<typeof HealthPane>;

const health = (status: Partial<HealthState['status']>, more: Partial<HealthState> = {}) => ({
  ...sampleSeed,
  health: { status: { phase: 'live' as const, clockOffset: 0, ...status }, waiting: 0, failed: 0, ...more },
});

export const Reconnecting: Story = {};
export const Offline: Story = { parameters: { seed: health({ phase: 'offline' }, { waiting: 2 }) } };
export const BackLater: Story = {
  parameters: { seed: health({ phase: 'backoff', downSince: 0, backAt: 32_503_680_000_000 }) },
};
export const SignedOut: Story = { parameters: { seed: health({ phase: 'blocked', blocked: 'REVOKED' }) } };
export const TooOld: Story = { parameters: { seed: health({ phase: 'blocked', blocked: 'PROTO' }) } };
export const StorageFull: Story = { parameters: { seed: health({}, { memoryOnly: true }) } };
export const UpdateReady: Story = { parameters: { seed: health({}, { updateReady: true }) } };
export const NotSent: Story = { parameters: { seed: health({}, { failed: 1 }) } };
/** Everything that has not left: what needs the person first. */
export const Tray: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Show' }));
    await within(document.body).findByRole('dialog', { name: 'Unsent messages' });
  },
};
