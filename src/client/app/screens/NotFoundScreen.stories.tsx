import type { Meta, StoryObj } from '@storybook/react-vite';
import { withServices } from '#testing/withServices.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';

const meta: Meta<typeof NotFoundScreen> = {
  title: 'screens/NotFound',
  component: NotFoundScreen,
  decorators: [withServices({}, '/nowhere')],
  parameters: { plane: 'none' },
};
export default meta;
type Story = StoryObj<typeof NotFoundScreen>;

export const Desk: Story = { globals: { viewport: { value: 'desk' } } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
