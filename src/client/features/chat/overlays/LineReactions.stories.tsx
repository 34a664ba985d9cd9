import type { Meta, StoryObj } from '@storybook/react-vite';
import { useTranslation } from 'react-i18next';
import { LineReactions } from './LineReactions.tsx';

function Stage({ mine }: { mine: string | undefined }) {
  const { t } = useTranslation();
  return <LineReactions t={t} mine={mine} onPick={() => {}} />;
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/LineReactions',
  component: Stage,
  parameters: { plane: 'raised', width: 352 },
  args: { mine: undefined },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const None: Story = {};
export const Mine: Story = { args: { mine: '❤️' } };
/** One that is not among the six. */
export const MineIsAnother: Story = { args: { mine: '🛵' } };
export const NotAnEmoji: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Another emoji' }));
    await userEvent.type(await canvas.findByRole('textbox'), 'hore{Enter}');
    await canvas.findByText('That is not an emoji.');
  },
};
export const JapaneseNarrow: Story = { parameters: { width: 320, textScale: 1.4 }, globals: { language: 'ja' } };
export const RightToLeft: Story = { args: { mine: '🙏' }, parameters: { dir: 'rtl' } };
