import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ShelfFrame, type ShelfFrameProps } from './ShelfFrame.tsx';

function Stage(props: ShelfFrameProps) {
  return (
    <div className="h-[420px] min-w-0">
      <ShelfFrame {...props} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/shelf/ShelfFrame',
  component: Stage,
  args: {
    ...{ title: 'Notes', subtitle: 'Jogja bareng 🛵', face: { id: 'c3', name: 'Jogja bareng' }, state: 'ready' },
    back: { href: '#back', onClick: fn((event) => event.preventDefault()) },
    onRetry: fn(),
    children: <p>What is on the page</p>,
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Ready: Story = {};
export const Loading: Story = { args: { state: 'loading' } };
export const Offline: Story = { args: { isOffline: true, problem: 'You are not connected.' } };
export const Unreadable: Story = {
  args: { state: 'unreadable', problem: 'You are not connected.' },
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
export const Gone: Story = { args: { state: 'gone' } };
export const Long: Story = {
  args: {
    title: 'Borobudur saat fajar menyingsing sekali lagi bersama semua orang',
    subtitle: 'Jogja bareng 🛵 · 1,000 photos and videos',
  },
};
