import type { Meta, StoryObj } from '@storybook/react-vite';
import { HostFields } from './HostFields.tsx';

const meta: Meta<typeof HostFields> = {
  title: 'features/appMaker/HostFields',
  component: HostFields,
  parameters: { plane: 'raised', width: 600 },
  args: {
    form: { isAnyHost: false, connect: ['api.antre.example'], links: ['maps.example'] },
    problems: {},
    onChange: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof HostFields>;

export const Listed: Story = {};
export const AnyHost: Story = { args: { form: { isAnyHost: true, connect: [], links: [] } } };
