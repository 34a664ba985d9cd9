import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import { OfficialFoot } from './OfficialFoot.tsx';

const meta: Meta<typeof OfficialFoot> = {
  title: 'features/chat/OfficialFoot',
  component: OfficialFoot,
  parameters: { plane: 'sunken' },
  args: { isMuted: false, onMute: fn(), onPassport: fn(), app: toAppId('antre') },
};
export default meta;
type Story = StoryObj<typeof OfficialFoot>;

export const Loud: Story = {};
export const Muted: Story = { args: { isMuted: true } };
export const UnknownApp: Story = { args: { app: undefined } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4, width: 360 },
  globals: { language: 'id' },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
