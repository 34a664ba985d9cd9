import type { Meta, StoryObj } from '@storybook/react-vite';
import { PhraseForm } from './PhraseForm.tsx';

const meta: Meta<typeof PhraseForm> = {
  title: 'features/moderation/PhraseForm',
  component: PhraseForm,
  parameters: { plane: 'sunken' },
  args: {
    phrase: { x: 'ｶﾝﾀﾝ副業', m: 'contains', do: 'hide' },
    allow: ['副業の写真展'],
    wrong: undefined,
    isBusy: false,
    onPhrase: () => undefined,
    onAllow: () => undefined,
    onTry: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof PhraseForm>;

export const Filled: Story = {};
export const Empty: Story = { args: { phrase: { x: '', m: 'contains', do: 'flag' }, allow: [] } };
export const Wrong: Story = {
  args: { phrase: { x: 'a', m: 'only', do: 'mute' }, wrong: 'Between 2 and 20 characters.' },
};
export const Busy: Story = { args: { isBusy: true } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
