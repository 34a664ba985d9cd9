import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { TextsField } from './TextsField.tsx';

const texts = { en: 'Queue', id: 'Antre Dulu', ja: '', ko: '', 'zh-TW': '先排隊' };

const meta: Meta<typeof TextsField> = {
  title: 'features/appMaker/TextsField',
  component: TextsField,
  parameters: { plane: 'raised', width: 600 },
  args: { label: 'Name', hint: 'At most 30 characters.', value: texts, most: 30, problems: {}, onChange: () => {} },
  render: function Field(args) {
    const [value, onChange] = useState(args.value);
    return <TextsField {...args} value={value} onChange={onChange} />;
  },
};
export default meta;
type Story = StoryObj<typeof TextsField>;

export const Folded: Story = {};
export const Unfolded: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /Other languages: 2 of 4/ }));
    await userEvent.type(canvas.getByLabelText('Name · 한국어'), '줄서기');
    await canvas.findByRole('button', { name: /3 of 4/ });
  },
};
/** What is wrong in another language opens the fold. */
export const WrongBelow: Story = { args: { problems: { ja: 'long' } } };
export const Missing: Story = { args: { value: { ...texts, en: '' }, problems: { en: 'missing' } } };
