import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleNow } from '#testing/samplePeople.ts';
import { sampleNames, sampleTrial } from '#testing/sampleModeration.ts';
import { DryRun } from './DryRun.tsx';

const meta: Meta<typeof DryRun> = {
  title: 'features/moderation/DryRun',
  component: DryRun,
  parameters: { plane: 'sunken' },
  args: {
    days: '30',
    result: sampleTrial,
    isRunning: false,
    problem: undefined,
    names: sampleNames,
    now: sampleNow,
    onDays: () => undefined,
    onAllow: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof DryRun>;

export const Caught: Story = {};
export const CaughtNothing: Story = {
  args: { result: { ...sampleTrial, caught: 0, regulars: 0, rows: [], days: [] } },
};
export const Running: Story = { args: { result: undefined, isRunning: true } };
export const NotAllRead: Story = { args: { days: '180', result: { ...sampleTrial, more: 1 } } };
export const Failed: Story = { args: { result: undefined, problem: 'The server does not answer right now.' } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
