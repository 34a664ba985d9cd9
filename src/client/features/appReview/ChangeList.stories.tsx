import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleManifest, widerManifest } from '#testing/sampleMakers.ts';
import { ChangeList } from './ChangeList.tsx';

const meta: Meta<typeof ChangeList> = {
  title: 'features/appReview/ChangeList',
  component: ChangeList,
  parameters: { plane: 'raised', width: 680 },
  args: { live: sampleManifest, next: widerManifest },
};
export default meta;
type Story = StoryObj<typeof ChangeList>;

export const Wider: Story = {};
export const Narrower: Story = { args: { live: widerManifest, next: sampleManifest } };
export const AnyHost: Story = { args: { next: { ...widerManifest, connect: ['*'] } } };
export const FirstVersion: Story = { args: { live: undefined } };
export const Harmless: Story = { args: { next: { ...sampleManifest, names: { en: 'Queue' }, category: 'tools' } } };
export const AsksNothing: Story = { args: { next: { ...sampleManifest, scopes: [], links: [] } } };
export const IndonesianLargeText: Story = {
  parameters: { width: 340, textScale: 1.4 },
  globals: { language: 'id' },
};
