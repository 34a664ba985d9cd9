import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent } from 'storybook/test';
import { ServicesContext } from '#client/context.ts';
import type { VoicePlay } from '#client/stores/voicePlayer.ts';
import { createFakeServices } from '#testing/fakeServices.ts';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { fakeVoiceKit } from '#testing/fakeVoiceKit.ts';
import { jogja, sampleChats, sampleSeed } from '#testing/sampleChats.ts';
import { mediaIdOf } from '#testing/sampleMedia.ts';
import { sampleCards } from '#testing/samplePeople.ts';
import { VoiceBar } from './VoiceBar.tsx';

type StageProps = { play: Partial<VoicePlay>; chat: number };

const sari = sampleCards.find(({ name }) => name.includes('Sari'))?.id ?? 2;

function Stage({ play, chat }: StageProps) {
  const [services] = useState(() => {
    const made = createFakeServices(sampleSeed);
    const c = sampleChats[chat]?.c ?? jogja;
    const track = { id: mediaIdOf('ferry'), c, s: 5, u: sari as number, ms: 23_000 };
    const voice = fakeVoiceKit(() => undefined, { play: { track, state: 'playing', ms: 8_000, ...play } });
    made.stores.media.setState({ kit: { ...fakeMediaKit(() => undefined), voice }, track });
    return made;
  });
  return (
    <ServicesContext value={services}>
      <VoiceBar />
    </ServicesContext>
  );
}

const meta: Meta<typeof Stage> = { title: 'features/media/VoiceBar', component: Stage, args: { play: {}, chat: 0 } };
export default meta;
type Story = StoryObj<typeof Stage>;

export const Playing: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Pause voice message, 0:23' }));
    await canvas.findByRole('button', { name: 'Play voice message, 0:23' });
    await userEvent.click(canvas.getByRole('button', { name: 'Speed 1×' }));
    await expect(canvas.getByRole('button', { name: 'Speed 1.5×' })).toBeVisible();
  },
};
export const OfTwo: Story = { args: { chat: 1, play: { state: 'paused', speed: 2 } } };
export const Loading: Story = { args: { play: { state: 'loading', ms: 0 } } };
export const Away: Story = { args: { play: { state: 'failed', problem: 'away', ms: 0 } } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
