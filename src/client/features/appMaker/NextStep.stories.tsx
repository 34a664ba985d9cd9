import type { Meta, StoryObj } from '@storybook/react-vite';
import { versionState } from '#protocol/entities/appStates.ts';
import { sampleVersion } from '#testing/sampleMakers.ts';
import { NextStep } from './NextStep.tsx';

const meta: Meta<typeof NextStep> = {
  title: 'features/appMaker/NextStep',
  component: NextStep,
  parameters: { plane: 'sunken', width: 720 },
  args: {
    version: sampleVersion(3, versionState.draft),
    isDirty: false,
    isBusy: false,
    problem: undefined,
    onTry: () => {},
    onSubmit: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof NextStep>;

export const Draft: Story = {};
export const Unsaved: Story = { args: { isDirty: true } };
export const Waiting: Story = { args: { version: sampleVersion(3, versionState.review) } };
export const Busy: Story = { args: { isBusy: true } };
export const Failed: Story = { args: { problem: { text: 'The server cannot be reached right now.' } } };
export const NothingToOpenWith: Story = { args: { onTry: undefined } };
