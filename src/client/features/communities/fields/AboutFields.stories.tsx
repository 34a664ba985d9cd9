import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentProps } from 'react';
import { expect, fn } from 'storybook/test';
import { communityLimits, type PlaceForm } from '#domain/communityRules.ts';
import { usePlaceFields } from '#testing/usePlaceFields.ts';
import { AboutFields } from './AboutFields.tsx';

type StageProps = Omit<ComponentProps<typeof AboutFields>, 'form' | 'set' | 'errors'> & {
  filled: Partial<PlaceForm>;
  /** it was sent once: what is wrong is said */
  isAsked: boolean;
  onSet: (field: keyof PlaceForm, value: unknown) => void;
};

const blank: PlaceForm = {
  ...{ title: '', about: '', rules: '', topic: '', code: '', question: '' },
  ...{ isListed: true, isReadable: false, join: 'open', days: '180', cap: '5000' },
};

/** The fields with a form that they fill. */
function Stage({ filled, isAsked, onSet, ...more }: StageProps) {
  const fields = usePlaceFields({ ...blank, ...filled }, { isAsked, onSet });
  return (
    <div className="grid grid-cols-1 gap-5">
      <AboutFields {...more} {...fields} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/communities/AboutFields',
  component: Stage,
  parameters: { width: 480 },
  args: { filled: {}, isAsked: false, onSet: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Blank: Story = {
  args: { hasAutoFocus: true },
  async play({ args, canvas, userEvent }) {
    const name = await canvas.findByLabelText('Name of the community');
    await expect(name).toHaveFocus();
    await userEvent.type(name, 'F');
    await expect(args.onSet).toHaveBeenLastCalledWith('title', 'F');
    await userEvent.type(canvas.getByLabelText('Description'), 'Slow');
    await canvas.findByText('4 of 1,000 characters');
    await userEvent.selectOptions(canvas.getByLabelText('Topic'), 'Hobbies');
    await expect(args.onSet).toHaveBeenLastCalledWith('topic', 'hobbies');
    await userEvent.type(canvas.getByLabelText('Rules'), '1');
    await expect(args.onSet).toHaveBeenLastCalledWith('rules', '1');
  },
};
/** What is wrong is said at its field, and goes when it is right. */
export const Wrong: Story = {
  args: {
    isAsked: true,
    filled: { about: 'a'.repeat(communityLimits.about + 1), rules: 'r'.repeat(communityLimits.rules + 1) },
  },
  async play({ canvas, userEvent }) {
    await canvas.findByText('At most 1,000 characters.');
    await canvas.findByText('At most 2,000 characters.');
    const name = canvas.getByLabelText('Name of the community');
    await expect(name).toHaveAccessibleDescription('Please fill this in.');
    await userEvent.type(name, 'Film Pelan');
    await expect(name).toBeValid();
  },
};
/** For who may rename it but not change its settings. */
export const NamesOnly: Story = { args: { hasSwitches: false, filled: { title: 'Film Pelan 慢速底片' } } };
/** The other way round. */
export const SwitchesOnly: Story = {
  args: { hasNames: false, filled: { topic: 'games', rules: '처음 오신 분께 친절하게' } },
};
/** Long texts: the areas grow, then scroll. */
export const IndonesianLargeTextPhone: Story = {
  args: {
    filled: {
      title: 'Slow Threads — weaving, mending and dyeing, and everything',
      about: 'Tanaman di balkon 2×1 meter, tukar stek tiap bulan.\n'.repeat(14),
      topic: 'technology',
      rules: '人を撮るときは声をかける\nNo selling, no giveaways',
    },
  },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  args: { isAsked: true, filled: { about: 'كتاب كل شهر', topic: 'learning' } },
  parameters: { dir: 'rtl' },
};
