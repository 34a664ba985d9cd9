import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleButton } from '#testing/sampleAppState.ts';
import { AppFoot } from './AppFoot.tsx';
import { noButton } from './AppState.ts';

const nothing = () => undefined;

const meta: Meta<typeof AppFoot> = {
  title: 'features/miniApps/AppFoot',
  component: AppFoot,
  decorators: [
    (Story) => (
      <div className="w-panel">
        <Story />
      </div>
    ),
  ],
  args: {
    main: sampleButton,
    second: noButton,
    secondAt: 'left',
    bottomColor: undefined,
    isOff: false,
    onMain: nothing,
    onSecond: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof AppFoot>;

export const One: Story = {};
export const Off: Story = { args: { isOff: true } };
export const Busy: Story = { args: { main: { ...sampleButton, isBusy: true } } };
export const Shine: Story = { args: { main: { ...sampleButton, hasShine: true, color: '#0a7d55' } } };
export const UnreadableColours: Story = { args: { main: { ...sampleButton, color: '#ffffff', textColor: '#fafafa' } } };
export const Two: Story = { args: { second: { ...sampleButton, text: 'Later' } } };
export const Stacked: Story = { args: { second: { ...sampleButton, text: 'Later' }, secondAt: 'top' } };
