import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { HostsField } from './HostsField.tsx';

const meta: Meta<typeof HostsField> = {
  title: 'features/appMaker/HostsField',
  component: HostsField,
  parameters: { plane: 'raised', width: 600 },
  args: {
    label: 'Sends data to',
    hint: 'Its own address is always allowed.',
    hosts: ['api.antre.example', '*.tiles.example'],
    onChange: () => {},
  },
  render: function Field(args) {
    const [hosts, onChange] = useState(args.hosts);
    return <HostsField {...args} hosts={hosts} onChange={onChange} />;
  },
};
export default meta;
type Story = StoryObj<typeof HostsField>;

export const Some: Story = {};
export const None: Story = { args: { hosts: [] } };
/** What people paste is cut down to its host; several at once are fine. */
export const Pasted: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Sends data to'), 'https://API.example.com/v1, cdn.example{Enter}');
    await expect(canvas.getByText('api.example.com')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Remove cdn.example' }));
    await expect(canvas.queryByText('cdn.example')).toBeNull();
  },
};
export const Wrong: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Sends data to'), 'a_b{Enter}');
    await canvas.findByText(/A host name such as/);
  },
};
export const TooMany: Story = {
  args: { hosts: Array.from({ length: 30 }, (_, index) => `node-${index}.example`) },
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Sends data to'), 'one-more.example{Enter}');
    await canvas.findByText('At most 30 hosts.');
  },
};
export const LongHost: Story = {
  args: { hosts: [`${'very-long-name.'.repeat(8)}example`] },
  parameters: { width: 320 },
};
