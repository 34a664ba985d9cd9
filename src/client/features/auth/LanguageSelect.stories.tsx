import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { languageNames, type LanguageTag } from '#client/locales/languageNames.ts';
import { LanguageSelect } from './LanguageSelect.tsx';

const nothing = () => {};

const meta: Meta<typeof LanguageSelect> = {
  title: 'features/auth/LanguageSelect',
  component: LanguageSelect,
  decorators: [
    (Story) => (
      <div className="flex">
        <Story />
      </div>
    ),
  ],
  args: { value: 'en', onChange: nothing },
};
export default meta;
type Story = StoryObj<typeof LanguageSelect>;

export const English: Story = {};
/** As wide as its word, in each language. */
export const AllLanguages: Story = {
  render: () => (
    <div className="grid justify-items-start gap-2">
      {languageNames.map(({ tag }) => (
        <LanguageSelect key={tag} value={tag} onChange={nothing} />
      ))}
    </div>
  ),
};
export const Choosing: Story = {
  render: () => <Live />,
  async play({ canvas, userEvent }) {
    const list = await canvas.findByRole('combobox', { name: 'Language' });
    await userEvent.selectOptions(list, 'ko');
    await canvas.findByDisplayValue('한국어');
  },
};
export const Narrow: Story = { args: { value: 'id' }, parameters: { width: 132, textScale: 1.4 } };
export const RightToLeft: Story = { args: { value: 'zh-TW' }, parameters: { dir: 'rtl' } };

function Live() {
  const [value, setValue] = useState<LanguageTag>('en');
  return <LanguageSelect value={value} onChange={setValue} />;
}
