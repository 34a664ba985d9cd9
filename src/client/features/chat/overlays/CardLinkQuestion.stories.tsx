import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { CardLinkQuestion } from './CardLinkQuestion.tsx';

const meta: Meta<typeof CardLinkQuestion> = {
  title: 'features/chat/CardLinkQuestion',
  component: CardLinkQuestion,
  args: { link: { url: 'https://maps.example/jogja?place=klinik', app: 'Antre Dulu' }, onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof CardLinkQuestion>;

export const Short: Story = {};
export const VeryLong: Story = {
  args: { link: { url: `https://a-very-long-name.of.a-host.example/${'path/'.repeat(60)}?q=1`, app: '오목 한 판' } },
};
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
