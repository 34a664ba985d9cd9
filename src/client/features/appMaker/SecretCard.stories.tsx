import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { SecretCard } from './SecretCard.tsx';

const meta: Meta<typeof SecretCard> = {
  title: 'features/appMaker/SecretCard',
  component: SecretCard,
  parameters: { plane: 'raised', width: 600 },
  args: { token: '7100000001:AAH4d0kQeXw9tYv3uLr8pNz2sBmCfGjKiDo', onDone: fn() },
};
export default meta;
type Story = StoryObj<typeof SecretCard>;

export const Once: Story = {};
export const Phone: Story = { parameters: { width: 320, textScale: 1.4 }, globals: { language: 'id' } };
