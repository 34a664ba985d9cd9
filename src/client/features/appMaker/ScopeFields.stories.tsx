import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { emptyTexts } from '#domain/manifestForms.ts';
import { ScopeFields } from './ScopeFields.tsx';

const meta: Meta<typeof ScopeFields> = {
  title: 'features/appMaker/ScopeFields',
  component: ScopeFields,
  parameters: { plane: 'raised', width: 600 },
  args: { scopes: {}, problems: {}, onChange: () => {} },
  render: function Field(args) {
    const [scopes, onChange] = useState(args.scopes);
    return <ScopeFields {...args} scopes={scopes} onChange={onChange} />;
  },
};
export default meta;
type Story = StoryObj<typeof ScopeFields>;

/** Nothing is allowed by itself. */
export const NothingAsked: Story = {
  async play({ canvas, userEvent }) {
    for (const control of canvas.getAllByRole('switch')) await expect(control).not.toBeChecked();
    await userEvent.click(canvas.getByRole('switch', { name: 'Camera' }));
    await userEvent.type(canvas.getByLabelText('Reason in English'), 'To read codes');
    await userEvent.click(canvas.getByRole('switch', { name: 'Camera' }));
    await expect(canvas.queryByLabelText('Reason in English')).toBeNull();
  },
};
export const ReasonMissing: Story = {
  args: { scopes: { location: emptyTexts() }, problems: { 'scopes.location.en': 'missing' } },
};
export const Korean: Story = {
  args: { scopes: { write: { ...emptyTexts(), en: 'To tell you when it is your turn' } } },
  parameters: { width: 360 },
  globals: { language: 'ko' },
};
