import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { VotersDialog, type VotersDialogProps } from './VotersDialog.tsx';

const answers = [
  { text: 'Gudeg Bu Lastri', count: 2, isMine: true },
  { text: '夜市で食べ歩き', count: 0, isMine: false },
];
const voters = [
  { id: 1, face: '345', name: 'Sari Wulandari' },
  { id: 2, face: '265', name: '青島みのり' },
];

function Stage(props: Partial<VotersDialogProps>) {
  const { t } = useSampleLook();
  return (
    <VotersDialog
      t={t}
      answers={answers}
      shown={0}
      onShow={fn()}
      voters={voters}
      isLoading={false}
      problem={undefined}
      hasMore={false}
      onMore={fn()}
      onClose={fn()}
      {...props}
    />
  );
}

const meta: Meta<typeof Stage> = { title: 'features/chat/VotersDialog', component: Stage };
export default meta;
type Story = StoryObj<typeof Stage>;

export const Some: Story = {};
export const More: Story = { args: { hasMore: true } };
export const Loading: Story = { args: { voters: [], isLoading: true } };
export const Nobody: Story = { args: { voters: [], shown: 1 } };
export const Offline: Story = { args: { voters: [], problem: 'This needs a connection.' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
