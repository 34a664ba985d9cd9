import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleNow } from '#testing/samplePeople.ts';
import { HeldNotes } from './HeldNotes.tsx';

const waiting = { i: '1', x: 'Cheap lenses, all brands!! DM for price, today only', at: sampleNow, isRefused: false };
const refused = { i: '2', x: '【かんたん副業】月30万、今すぐ', at: sampleNow - 3_600_000, isRefused: true };

const meta: Meta<typeof HeldNotes> = {
  title: 'features/moderation/HeldNotes',
  component: HeldNotes,
  parameters: { plane: 'sunken' },
  args: { notes: [waiting], onHide: () => undefined },
};
export default meta;
type Story = StoryObj<typeof HeldNotes>;

export const Waiting: Story = {};
export const Refused: Story = { args: { notes: [refused] } };
export const Several: Story = { args: { notes: [refused, waiting, { ...waiting, i: '3', x: 'wa.me/1' }] } };
export const JapanesePhone: Story = {
  args: { notes: [refused, waiting] },
  parameters: { width: 360 },
  globals: { language: 'ja' },
};
export const RightToLeft: Story = { args: { notes: [refused, waiting] }, parameters: { dir: 'rtl' } };
