import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentProps } from 'react';
import { expect, fn } from 'storybook/test';
import type { PlaceForm } from '#domain/communityRules.ts';
import { usePlaceFields } from '#testing/usePlaceFields.ts';
import { BoundFields } from './BoundFields.tsx';

type StageProps = Omit<ComponentProps<typeof BoundFields>, 'form' | 'set' | 'errors'> & {
  days: string;
  cap: string;
  /** it was sent once: what is wrong is said */
  isAsked: boolean;
  onSet: (field: keyof PlaceForm, value: unknown) => void;
};

const rest: Omit<PlaceForm, 'days' | 'cap'> = {
  ...{ title: 'Film Pelan', about: '', rules: '', topic: '', code: '', question: '' },
  ...{ isListed: true, isReadable: false, join: 'open' },
};

/** The fields with a form that they fill. */
function Stage({ days, cap, isAsked, onSet, ...more }: StageProps) {
  return <BoundFields {...more} {...usePlaceFields({ ...rest, days, cap }, { isAsked, onSet })} />;
}

const meta: Meta<typeof Stage> = {
  title: 'features/communities/BoundFields',
  component: Stage,
  parameters: { width: 480 },
  args: { days: '180', cap: '5000', isAsked: false, onSet: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Both: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText(/^History/), '{Backspace}');
    await expect(args.onSet).toHaveBeenLastCalledWith('days', '18');
    await userEvent.type(canvas.getByLabelText('Most members'), '0');
    await expect(args.onSet).toHaveBeenLastCalledWith('cap', '50000');
  },
};
/** What is out of bounds is said by the hint; digits of any width are numbers. */
export const Wrong: Story = {
  args: { isAsked: true, days: '181', cap: 'many' },
  async play({ canvas, userEvent }) {
    const days = await canvas.findByLabelText(/^History/);
    const cap = canvas.getByLabelText('Most members');
    await expect(days).toBeInvalid();
    await expect(cap).toHaveAccessibleDescription('5 to 5,000.');
    await userEvent.clear(cap);
    await userEvent.type(cap, '５００');
    await expect(cap).toBeValid();
    await expect(days).toBeInvalid();
  },
};
/** For who may not change how many there can be. */
export const DaysOnly: Story = { args: { hasCap: false, days: '0' } };
/** For who may change only that. */
export const CapOnly: Story = { args: { hasDays: false, cap: '5' } };
/** One below the other. */
export const IndonesianLargeTextPhone: Story = {
  args: { isAsked: true, days: '', cap: '123456789012345678901234567890' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { isAsked: true, cap: '4' }, parameters: { dir: 'rtl' } };
