import type { Meta, StoryObj } from '@storybook/react-vite';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { AppTile } from './AppTile.tsx';

const nothing = () => {};
const [patungan, , , omok] = sampleApps;
const [long = patungan, emoji = patungan, closed = patungan] = oddApps;

const meta: Meta<typeof AppTile> = {
  title: 'features/miniApps/AppTile',
  component: AppTile,
  parameters: { plane: 'sunken', width: 400 },
  args: { app: patungan, isFavourite: false, onOpen: nothing, onStar: nothing, onMenu: nothing },
};
export default meta;
type Story = StoryObj<typeof AppTile>;

export const Plain: Story = {};
export const Favourite: Story = { args: { isFavourite: true } };
export const Closed: Story = { args: { app: closed } };
export const NoLine: Story = { args: { app: emoji } };
export const LongName: Story = { args: { app: long }, parameters: { width: 320 } };
export const KoreanLargeText: Story = {
  args: { app: omok },
  parameters: { width: 320, textScale: 1.4 },
  globals: { language: 'ko' },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
