import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import type { VoicePlay as StoredPlay } from '#client/stores/voicePlayer.ts';
import { toChatId } from '#protocol/casts.ts';
import { fakeVoicePlayer } from '#testing/fakeVoiceKit.ts';
import { sampleVoice } from '#testing/sampleMedia.ts';
import type { PartProgress } from './PartLook.ts';
import { VoicePart } from './VoicePart.tsx';

const part = sampleVoice('ferry');
const track = { id: part.id, c: toChatId(1), s: 5, u: 7, ms: part.d ?? 0 };

type StageProps = {
  play?: Partial<StoredPlay>;
  isOwn?: boolean;
  progress?: PartProgress;
  width?: number;
  word?: string;
  hasNoPlayer?: boolean;
};

function Stage({ play = {}, isOwn = false, progress, width = 320, word = 'ferry', hasNoPlayer = false }: StageProps) {
  const [player] = useState(() => fakeVoicePlayer(play));
  const shown = sampleVoice(word);
  return (
    <div style={{ width }} className={`rounded-bubble px-2.5 py-1 ${isOwn ? 'bg-bubble-own' : 'bg-bubble-other'}`}>
      <VoicePart
        part={shown}
        track={{ ...track, id: shown.id }}
        player={hasNoPlayer ? undefined : player}
        isOwn={isOwn}
        tabIndex={0}
        sending={{ progress, canRetry: true, onUpload: fn() }}
      />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'parts/media/VoicePart',
  component: Stage,
  parameters: { plane: 'sunken' },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const at = (state: StoredPlay['state'], more: Partial<StoredPlay> = {}): Partial<StoredPlay> => ({
  ...{ track, state, ms: 8_000, heard: new Set([track.id]) },
  ...more,
});

export const NotHeard: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Play voice message, 0:23, not played yet' }));
    await canvas.findByRole('button', { name: 'Pause voice message, 0:23' });
    await userEvent.click(canvas.getByRole('button', { name: 'Speed 1×' }));
    await canvas.findByRole('button', { name: 'Speed 1.5×' });
  },
};
export const Heard: Story = { args: { play: { heard: new Set([track.id]) } } };
export const Playing: Story = { args: { play: at('playing') } };
export const Paused: Story = {
  args: { play: at('paused', { speed: 2 }) },
  /** The waveform is a slider: arrows step by five seconds, End goes to the end. */
  async play({ canvas }) {
    const slider = canvas.getByRole('slider', { name: 'Place in the message' });
    await expect(slider).toHaveAttribute('aria-valuetext', '0:08 of 0:23');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(slider).toHaveAttribute('aria-valuetext', '0:13 of 0:23');
    await userEvent.keyboard('{PageDown}');
    await expect(slider).toHaveAttribute('aria-valuetext', '0:00 of 0:23');
    await userEvent.keyboard('{End}');
    await expect(slider).toHaveAttribute('aria-valuenow', '23');
  },
};
export const Loading: Story = { args: { play: at('loading', { ms: 0 }) } };
export const NotOnThisDevice: Story = { args: { play: at('failed', { problem: 'away' }) } };
export const NotPlayableHere: Story = { args: { play: at('failed', { problem: 'unreadable' }) } };
export const Own: Story = { args: { isOwn: true } };
export const OwnPlaying: Story = { args: { isOwn: true, play: at('playing') } };
export const Sending: Story = {
  args: { isOwn: true, progress: { share: 0.4, state: 'going', sent: 36_800, bytes: 92_000 } },
};
export const NotSent: Story = {
  args: { isOwn: true, progress: { share: 0, state: 'failed', sent: 0, bytes: 92_000 } },
};
export const BeforeItsCode: Story = { args: { hasNoPlayer: true } };
export const Narrow: Story = { args: { width: 232, play: at('playing') } };
export const RightToLeft: Story = {
  args: { play: at('playing') },
  parameters: { dir: 'rtl' },
  async play({ canvas }) {
    const slider = canvas.getByRole('slider');
    slider.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(slider).toHaveAttribute('aria-valuetext', '0:13 of 0:23');
  },
};
