import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { Button } from './Button.tsx';
import { TallSheet } from './TallSheet.tsx';

const meta = {
  title: 'ui/TallSheet',
  component: TallSheet,
  parameters: { plane: 'sunken' },
  args: {
    title: 'Forward',
    closeLabel: 'Close',
    onClose: fn(),
    children: (
      <>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- stands in for a list that scrolls by the arrows */}
        <div tabIndex={0} className="scroll-pane flex-1 px-4 py-3 -outline-offset-2">
          {Array.from({ length: 40 }, (_, index) => (
            <p key={index}>Chat {index + 1}</p>
          ))}
        </div>
        <div className="flex-none border-t border-line p-4">
          <Button size="large" isWide>
            Forward to 2 chats
          </Button>
        </div>
      </>
    ),
  },
} satisfies Meta<typeof TallSheet>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  async play({ args }) {
    await expect(await screen.findByRole('heading', { name: 'Forward' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalled();
  },
};
export const Large: Story = { args: { size: 'large', subtitle: 'Kumpul jam tujuh di stasiun Lempuyangan ya' } };
export const Phone: Story = {
  args: { size: 'large', subtitle: '「駅前のパン屋の前で待っています」' },
  globals: { viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
