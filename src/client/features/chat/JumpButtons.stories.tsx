import type { Meta, StoryObj } from '@storybook/react-vite';
import { useTranslation } from 'react-i18next';
import { expect, fn } from 'storybook/test';
import { JumpButtons, type JumpButtonsProps } from './JumpButtons.tsx';

function WithWords(props: Omit<JumpButtonsProps, 't'>) {
  const { t } = useTranslation();
  return (
    <div className="relative h-40 bg-surface-sunken">
      <JumpButtons t={t} {...props} />
    </div>
  );
}

const meta: Meta<typeof WithWords> = {
  title: 'features/chat/JumpButtons',
  component: WithWords,
  args: { isFar: true, count: 0, onDown: fn(), canGoBack: false, onBack: fn() },
};
export default meta;
type Story = StoryObj<typeof WithWords>;

export const Far: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button'));
    await expect(args.onDown).toHaveBeenCalledOnce();
  },
};
export const News: Story = { args: { count: 12 } };
/** After a jump: the way back stands before the way down. */
export const BackAndDown: Story = {
  args: { count: 3, canGoBack: true },
  async play({ args, canvas, userEvent }) {
    const [back] = canvas.getAllByRole('button');
    if (back) await userEvent.click(back);
    await expect(args.onBack).toHaveBeenCalledOnce();
  },
};
/** At the end of a chat there is nothing to jump to. */
export const AtTheEnd: Story = {
  args: { isFar: false, count: 5 },
  async play({ canvas }) {
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const IndonesianPhone: Story = {
  args: { count: 1_204, canGoBack: true },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
