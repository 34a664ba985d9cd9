import type { Meta, StoryObj } from '@storybook/react-vite';
import { FormNotice } from './FormNotice.tsx';

const meta: Meta<typeof FormNotice> = {
  title: 'features/auth/FormNotice',
  component: FormNotice,
  parameters: { width: 440 },
  args: { failure: undefined, seconds: 0 },
};
export default meta;
type Story = StoryObj<typeof FormNotice>;

export const Nothing: Story = {};
export const Offline: Story = { args: { failure: { code: 'UNAVAILABLE' } } };
export const TooOften: Story = { args: { failure: { code: 'RATE', until: 42_000 }, seconds: 42 } };
export const Refused: Story = { args: { failure: { code: 'INTERNAL' } } };
/** The pause is over: the next try is free. */
export const PauseOver: Story = {
  args: { failure: { code: 'RATE', until: 42_000 } },
  async play({ canvas }) {
    if (canvas.queryByRole('alert')) throw new Error('the pause is over, but the words stay');
  },
};
/** These words stand at their field. */
export const AtField: Story = {
  args: { failure: { code: 'HANDLE_TAKEN' } },
  async play({ canvas }) {
    if (canvas.queryByRole('alert')) throw new Error('the field says it already');
  },
};
export const JapaneseLargeText: Story = {
  args: { failure: { code: 'TIMEOUT' } },
  parameters: { width: 320, textScale: 1.4 },
  globals: { language: 'ja' },
};
export const RightToLeft: Story = { args: { failure: { code: 'TIMEOUT' } }, parameters: { dir: 'rtl' } };
