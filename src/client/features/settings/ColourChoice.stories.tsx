import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { ColourChoice } from './ColourChoice.tsx';

const meta: Meta<typeof ColourChoice> = {
  title: 'features/settings/ColourChoice',
  component: ColourChoice,
  parameters: { width: 440 },
  args: { name: 'Dewi Larasati', ownId: '1001', value: undefined, onChange: () => {} },
};
export default meta;
type Story = StoryObj<typeof ColourChoice>;

export const ByItself: Story = {};
export const Chosen: Story = { args: { name: '水野みお', value: 'c7' } };
/** The name is being typed anew. */
export const WithoutName: Story = { args: { name: '' } };
/** One tab stop; the arrows move, from the first back to the last too. */
export const ByKeyboard: Story = {
  render: () => <Live />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'By itself' }));
    await userEvent.keyboard('{ArrowRight}');
    const first = await canvas.findByRole<HTMLInputElement>('radio', { name: 'Colour 1' });
    if (!first.checked) throw new Error('the arrow does not choose');
  },
};
export const KoreanNarrow: Story = {
  args: { name: '윤하늘', value: 'c0' },
  parameters: { width: 260, textScale: 1.4 },
  globals: { language: 'ko' },
};
export const RightToLeft: Story = { args: { value: 'c11' }, parameters: { dir: 'rtl' } };

function Live() {
  const [value, setValue] = useState<string>();
  return <ColourChoice name="Dewi Larasati" ownId="1001" value={value} onChange={setValue} />;
}
