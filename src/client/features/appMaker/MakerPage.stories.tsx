import type { Meta, StoryObj } from '@storybook/react-vite';
import { withServices } from '#testing/withServices.tsx';
import { MakerPage } from './MakerPage.tsx';

const meta: Meta<typeof MakerPage> = {
  title: 'features/appMaker/MakerPage',
  component: MakerPage,
  decorators: [withServices({}, '/apps/make/antre-dulu')],
  parameters: { plane: 'none' },
  args: {
    title: 'Antre Dulu',
    subtitle: 'antre-dulu.localhost:8787',
    back: { href: '/apps/make', label: 'Back' },
    children: 'Content',
  },
};
export default meta;
type Story = StoryObj<typeof MakerPage>;

export const Short: Story = {};
export const LongName: Story = {
  args: { title: 'Antre Dulu Kopi Tubruk Prawirotaman Yogyakarta', subtitle: `${'antre-'.repeat(12)}.localhost:8787` },
};
