import type { Meta, StoryObj } from '@storybook/react-vite';
import { AlertOffer } from './AlertOffer.tsx';

const nothing = () => {};

/** What a person reads before the browser asks. */
const meta: Meta<typeof AlertOffer> = {
  title: 'features/notifications/AlertOffer',
  component: AlertOffer,
  args: { onAllow: nothing, onPostpone: nothing },
};
export default meta;
type Story = StoryObj<typeof AlertOffer>;

export const Wide: Story = { parameters: { width: 720 } };
export const Phone: Story = { parameters: { width: 360 } };
