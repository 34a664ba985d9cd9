import type { Meta, StoryObj } from '@storybook/react-vite';
import { samplePeek } from '#testing/samplePlaces.ts';
import { JoinForm } from './JoinForm.tsx';

const nothing = () => undefined;

const meta: Meta<typeof JoinForm> = {
  title: 'features/communities/JoinForm',
  component: JoinForm,
  args: {
    title: 'Film Pelan 慢速底片',
    needsCode: false,
    asks: false,
    question: undefined,
    rules: samplePeek.rules,
    isBusy: false,
    taken: undefined,
    wrongCode: undefined,
    problem: undefined,
    onJoin: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof JoinForm>;

export const WithRules: Story = {};
export const WithCode: Story = { args: { needsCode: true, rules: undefined } };
const question = 'Which camera do you carry?';
/** The answer is asked for together with the name. */
export const Asking: Story = {
  args: { asks: true, question },
  async play({ canvas, userEvent }) {
    await canvas.findByText(question);
    await userEvent.type(await canvas.findByLabelText('Your answer'), 'a half-frame');
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask to join' }));
    await canvas.findByText('Please choose a name.');
  },
};
export const AskingWithoutQuestion: Story = { args: { asks: true, rules: undefined } };
export const Joining: Story = { args: { isBusy: true, rules: undefined } };
export const Offline: Story = { args: { problem: 'The server cannot be reached right now.' } };
/** What is missing is said at its field. */
export const Incomplete: Story = {
  args: { needsCode: true },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Join' }));
    await canvas.findByText('Please choose a name.');
    await canvas.findByText('Please enter the code.');
    await canvas.findByText('Please agree to the rules first.');
  },
};
export const NameTaken: Story = {
  args: { rules: undefined, taken: 'カメラ' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'カメラ');
    await canvas.findByText(/already has this name/);
  },
};
export const WrongCode: Story = {
  args: { rules: undefined, needsCode: true, wrongCode: 'full-frame' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Code'), 'full-frame');
    await canvas.findByText('This code does not open it.');
  },
};
