import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { PlaceForm } from '#domain/communityRules.ts';
import { usePlaceFields } from '#testing/usePlaceFields.ts';
import { JoinFields } from './JoinFields.tsx';

type StageProps = {
  filled: Partial<PlaceForm>;
  /** it was sent once: what is wrong is said */
  isAsked: boolean;
  onSet: (field: keyof PlaceForm, value: unknown) => void;
};

const form: PlaceForm = {
  ...{ title: 'Half Frame', about: '', rules: '', topic: 'hobbies', code: '', question: '' },
  ...{ isListed: true, isReadable: false, join: 'open', days: '180', cap: '5000' },
};

/** The fields with a form that they fill. */
function Stage({ filled, isAsked, onSet }: StageProps) {
  const fields = usePlaceFields({ ...form, ...filled }, { isAsked, onSet });
  return (
    <div className="grid grid-cols-1 gap-5">
      <JoinFields {...fields} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/communities/JoinFields',
  component: Stage,
  parameters: { width: 480 },
  args: { filled: {}, isAsked: false, onSet: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** Each way in asks for what it needs. */
export const Open: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: /^Approval/ }));
    await expect(args.onSet).toHaveBeenLastCalledWith('join', 'approval');
    await userEvent.type(canvas.getByLabelText('Question to those who ask'), 'W');
    await expect(args.onSet).toHaveBeenLastCalledWith('question', 'W');
    await userEvent.click(canvas.getByRole('radio', { name: /^Code/ }));
    await expect(canvas.queryByLabelText('Question to those who ask')).toBeNull();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Code' }), 'x');
    await expect(args.onSet).toHaveBeenLastCalledWith('code', 'x');
    const [listed] = canvas.getAllByRole('switch');
    if (listed) await userEvent.click(listed);
    await expect(args.onSet).toHaveBeenLastCalledWith('isListed', false);
  },
};
export const Approval: Story = { args: { filled: { join: 'approval', question: '어떤 카메라를 쓰세요?' } } };
export const CodeTooShort: Story = {
  args: { isAsked: true, filled: { join: 'code', code: 'ab', isListed: false } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('textbox', { name: 'Code' })).toBeInvalid();
  },
};
export const JapaneseLargeTextPhone: Story = {
  args: { filled: { join: 'approval' } },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  args: { filled: { join: 'code', code: 'half-frame' } },
  parameters: { dir: 'rtl' },
};
