import type { Meta, StoryObj } from '@storybook/react-vite';
import { withServices } from '#testing/withServices.tsx';
import { NotFound } from './NotFound.tsx';

const meta: Meta<typeof NotFound> = {
  title: 'features/errors/NotFound',
  component: NotFound,
  decorators: [
    (Story) => (
      <div className="h-dvh text-ink">
        <Story />
      </div>
    ),
    withServices({}, '/chats/of/nobody'),
  ],
  parameters: { plane: 'none' },
};
export default meta;
type Story = StoryObj<typeof NotFound>;

export const English: Story = {};
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
