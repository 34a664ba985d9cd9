import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ShelfRows } from './ShelfRows.tsx';

const meta: Meta<typeof ShelfRows> = {
  title: 'features/shelf/ShelfRows',
  component: ShelfRows,
  args: { c: 2_001 },
};
export default meta;
type Story = StoryObj<typeof ShelfRows>;

export const Both: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('link', { name: 'Notes' })).toHaveAttribute('href', '/chats/2001/notes');
    await expect(canvas.getByRole('link', { name: 'Albums' })).toHaveAttribute('href', '/chats/2001/albums');
  },
};
export const Japanese: Story = { globals: { language: 'ja' } };
