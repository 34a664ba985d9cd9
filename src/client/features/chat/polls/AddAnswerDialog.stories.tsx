import type { Meta, StoryObj } from '@storybook/react-vite';
import { useTranslation } from 'react-i18next';
import { expect, fn, screen } from 'storybook/test';
import { answerMax } from '#domain/pollRules.ts';
import { AddAnswerDialog, type AddAnswerDialogProps } from './AddAnswerDialog.tsx';

function Stage(props: Omit<AddAnswerDialogProps, 't'>) {
  const { t } = useTranslation();
  return <AddAnswerDialog {...props} t={t} />;
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/AddAnswerDialog',
  component: Stage,
  args: { isBusy: false, problem: undefined, onAdd: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const field = () => screen.findByRole('textbox', { name: 'Option' });

/** The field has the focus and says who will see the answer; spaces are none. */
export const Empty: Story = {
  async play({ args, userEvent }) {
    await expect(await field()).toHaveFocus();
    await expect(await field()).toHaveAccessibleDescription('Everybody in the chat sees it, without your name.');
    await userEvent.keyboard('  {Enter}');
    await expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    await expect(args.onAdd).not.toHaveBeenCalled();
  },
};
/** Enter adds it. */
export const Typed: Story = {
  async play({ args, userEvent }) {
    await userEvent.type(await field(), 'Bakmi Mbah Mo{Enter}');
    await expect(args.onAdd).toHaveBeenCalledWith('Bakmi Mbah Mo');
  },
};
export const GivenUp: Story = {
  async play({ args, userEvent }) {
    await userEvent.type(await field(), 'Bakmi Mbah Mo');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(args.onAdd).not.toHaveBeenCalled();
  },
};
export const Longest: Story = {
  async play({ userEvent }) {
    await userEvent.click(await field());
    await userEvent.paste('ラ'.repeat(answerMax + 1));
    await expect(await field()).toHaveValue('ラ'.repeat(answerMax));
  },
};
/** It is on its way: a second press adds nothing. */
export const Busy: Story = {
  args: { isBusy: true },
  async play({ args, userEvent }) {
    await userEvent.type(await field(), 'Bakmi Mbah Mo{Enter}');
    await expect(args.onAdd).not.toHaveBeenCalled();
  },
};
/** The field itself says why. */
export const Refused: Story = {
  args: { problem: 'The poll is over.' },
  async play() {
    await expect(await field()).toBeInvalid();
    await expect(await field()).toHaveAccessibleDescription('The poll is over.');
  },
};
export const JapanesePhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ args, userEvent }) {
    await userEvent.type(await screen.findByRole('textbox', { name: '選択肢' }), '夜市で食べ歩き');
    await userEvent.click(screen.getByRole('button', { name: '追加' }));
    await expect(args.onAdd).toHaveBeenCalledWith('夜市で食べ歩き');
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
