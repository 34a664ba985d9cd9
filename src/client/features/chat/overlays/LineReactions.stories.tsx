import type { Meta, StoryObj } from '@storybook/react-vite';
import { useTranslation } from 'react-i18next';
import { withServices } from '#testing/withServices.tsx';
import { LineReactions } from './LineReactions.tsx';

function Stage({ mine }: { mine: string | undefined }) {
  const { t } = useTranslation();
  return <LineReactions t={t} mine={mine} onPick={() => {}} />;
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/LineReactions',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'raised', width: 352 },
  args: { mine: undefined },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const None: Story = {};
export const Mine: Story = { args: { mine: '❤️' } };
/** One that is not among the six. */
export const MineIsAnother: Story = { args: { mine: '🛵' } };
/** All emoji, searched in the language of the reader. */
export const More: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Another emoji' }));
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Search emoji' }), 'bicycle');
    await canvas.findByRole('gridcell', { name: 'bicycle' });
  },
};
export const JapaneseNarrow: Story = { parameters: { width: 320, textScale: 1.4 }, globals: { language: 'ja' } };
export const RightToLeft: Story = { args: { mine: '🙏' }, parameters: { dir: 'rtl' } };
