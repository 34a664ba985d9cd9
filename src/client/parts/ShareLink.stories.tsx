import type { Meta, StoryObj } from '@storybook/react-vite';
import { ShareLink } from './ShareLink.tsx';

const meta: Meta<typeof ShareLink> = {
  title: 'parts/ShareLink',
  component: ShareLink,
  args: { url: 'https://kabar.example/join/q2W-8x_LmN0pQrStUvWxYz', title: 'Jogja bareng' },
};
export default meta;
type Story = StoryObj<typeof ShareLink>;

export const Usual: Story = {};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const LargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
