import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { SourceFields } from './SourceFields.tsx';

const meta: Meta<typeof SourceFields> = {
  title: 'features/appMaker/SourceFields',
  component: SourceFields,
  parameters: { plane: 'raised', width: 600 },
  args: {
    form: { source: 'bundle', url: '', bundle: '', entry: 'index.html' },
    problems: {},
    upload: async () => ({ ok: false, code: 'UNAVAILABLE' }),
    onChange: () => {},
  },
  render: function Field(args) {
    const [form, setForm] = useState(args.form);
    return (
      <SourceFields {...args} form={form} onChange={(change) => setForm((before) => ({ ...before, ...change }))} />
    );
  },
};
export default meta;
type Story = StoryObj<typeof SourceFields>;

export const Files: Story = {};
export const Server: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('radio', { name: 'My own server' }));
    await userEvent.type(canvas.getByLabelText('Address of the first page'), 'https://antre.example/');
  },
};
export const WrongAddress: Story = {
  args: { form: { source: 'upstream', url: 'antre.example', bundle: '', entry: '' }, problems: { url: 'form' } },
};
export const WrongFiles: Story = { args: { problems: { bundle: 'missing', entry: 'form' } } };
