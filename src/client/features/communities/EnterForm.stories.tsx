import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Button } from '#client/ui/Button.tsx';
import { samplePeek } from '#testing/samplePlaces.ts';
import { EnterForm } from './EnterForm.tsx';

const meta: Meta<typeof EnterForm> = {
  title: 'features/communities/EnterForm',
  component: EnterForm,
  parameters: { width: 480 },
  args: {
    id: 'enter',
    needsCode: false,
    asks: false,
    question: undefined,
    rules: undefined,
    taken: undefined,
    wrongCode: undefined,
    onEnter: fn(),
  },
  // The button that sends it stands outside.
  render: (args) => (
    <div className="grid grid-cols-1 justify-items-start gap-4 *:first:w-full">
      <EnterForm {...args} />
      <Button type="submit" form={args.id}>
        OK
      </Button>
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof EnterForm>;

/** The name is sent as it will be stored. */
export const NameOnly: Story = {
  args: { hasAutoFocus: true },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), '  Lampu   Merah {Enter}');
    await expect(args.onEnter).toHaveBeenCalledWith({ name: 'Lampu Merah' });
  },
};
export const CodeAndRules: Story = {
  args: { needsCode: true, rules: samplePeek.rules },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja');
    await userEvent.type(canvas.getByLabelText('Code'), ' half-frame ');
    await userEvent.click(canvas.getByRole('checkbox'));
    await userEvent.click(canvas.getByRole('button', { name: 'OK' }));
    await expect(args.onEnter).toHaveBeenCalledWith({ name: 'Senja', code: 'half-frame' });
  },
};
/** Somebody there has to let people in. */
export const Asking: Story = {
  args: { asks: true, question: 'Which camera do you carry?' },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja');
    await userEvent.type(canvas.getByLabelText('Your answer'), 'a half-frame');
    await userEvent.click(canvas.getByRole('button', { name: 'OK' }));
    await expect(args.onEnter).toHaveBeenCalledWith({ name: 'Senja', note: 'a half-frame' });
  },
};
/** What is missing is said at its field, and goes with the next word. */
export const Incomplete: Story = {
  args: { needsCode: true, rules: 'No selling, no giveaways' },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'OK' }));
    await canvas.findByText('Please choose a name.');
    await canvas.findByText('Please enter the code.');
    await canvas.findByText('Please agree to the rules first.');
    await userEvent.type(canvas.getByLabelText('Your name here'), 'a name of far more than twenty');
    await canvas.findByText('At most 20 characters.');
    await userEvent.click(canvas.getByRole('checkbox'));
    await expect(canvas.queryByText('Please agree to the rules first.')).toBeNull();
    await expect(args.onEnter).not.toHaveBeenCalled();
  },
};
/** What was refused stays refused until it is changed. */
export const Refused: Story = {
  args: { needsCode: true, taken: 'カメラ', wrongCode: 'full-frame' },
  async play({ canvas, userEvent }) {
    const name = await canvas.findByLabelText('Your name here');
    await userEvent.type(name, 'カメラ');
    await expect(name).toBeInvalid();
    const code = canvas.getByLabelText('Code');
    await userEvent.type(code, 'full-frame');
    await canvas.findByText('This code does not open it.');
    await userEvent.type(code, 's');
    await expect(code).toBeValid();
    await expect(name).toHaveAccessibleDescription(/already has this name/);
  },
};
/** Everything at once, with a question that has no end. */
export const JapaneseLargeTextPhone: Story = {
  args: {
    needsCode: true,
    asks: true,
    question:
      '普段どんなカメラを使っていますか？フィルムの銘柄や、最近撮ってよかった場所もあれば教えてください。'.repeat(3),
    rules: samplePeek.rules,
  },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  args: { asks: true, question: 'ما الكتاب الذي تقرؤه الآن؟', rules: 'كن لطيفًا\nNo selling' },
  parameters: { dir: 'rtl' },
};
