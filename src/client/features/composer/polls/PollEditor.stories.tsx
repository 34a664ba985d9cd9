import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, within } from 'storybook/test';
import { AskEditor } from './AskEditor.tsx';
import { PollEditor, type PollEditorProps } from './PollEditor.tsx';
import { emptyPoll } from './pollDraft.ts';

function Stage({ draft: first, ...props }: Omit<PollEditorProps, 'onChange'>) {
  const [draft, setDraft] = useState(first);
  return <PollEditor {...props} draft={draft} onChange={setDraft} />;
}

const filled = {
  ...emptyPoll,
  question: 'Makan malam pertama di mana?',
  options: ['Gudeg Bu Lastri', '夜市で食べ歩き', 'Masak sendiri 🍳', ''],
  canAdd: true,
};

const meta: Meta<typeof Stage> = {
  title: 'features/composer/PollEditor',
  component: Stage,
  args: { draft: filled, wrong: undefined, onPost: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Filled: Story = {};
export const Empty: Story = { args: { draft: emptyPoll } };
export const OwnTime: Story = { args: { draft: { ...filled, end: 'at', time: '2030-05-01T18:00' } } };
export const NoQuestion: Story = { args: { draft: { ...filled, question: '' }, wrong: 'question' } };
export const TooFew: Story = { args: { draft: emptyPoll, wrong: 'answers' } };
export const Alike: Story = { args: { draft: { ...filled, options: ['Ya', 'ya', ''] }, wrong: 'alike' } };
export const WrongEnd: Story = { args: { draft: { ...filled, end: 'at', time: '' }, wrong: 'end' } };
export const NotKept: Story = { args: { problem: 'This device could not keep the message.' } };
export const Twelve: Story = {
  args: { draft: { ...filled, options: Array.from({ length: 12 }, (_, number) => `Option ${number + 1}`) } },
  parameters: { width: 360 },
};
/** Enter goes to the next option, and there is always one more. */
export const Typing: Story = {
  args: { draft: emptyPoll },
  async play({ userEvent, canvasElement }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.type(await page.findByRole('textbox', { name: 'Question' }), 'Where?');
    await userEvent.type(page.getByRole('textbox', { name: 'Option 1' }), 'Here{Enter}There{Enter}Home{Enter}Away');
    await expect(page.getByRole('textbox', { name: 'Option 4' })).toHaveValue('Away');
    await expect(page.getByRole('textbox', { name: 'Option 5' })).toHaveValue('');
    await userEvent.click(page.getByRole('button', { name: 'Remove option 2' }));
    await expect(page.getByRole('textbox', { name: 'Option 2' })).toHaveValue('Home');
  },
};
export const Japanese: Story = { globals: { language: 'ja' }, parameters: { width: 360 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const Asking: Story = {
  render: () => <AskEditor text="The train leaves at 7, not at 8." onSend={fn()} onClose={fn()} />,
};
export const AskingNotKept: Story = {
  render: () => <AskEditor text="x" problem="This device could not keep the message." onSend={fn()} onClose={fn()} />,
};
