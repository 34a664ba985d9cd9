import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { MyProfile } from './MyProfile.tsx';

const { status: _, ...withoutStatus } = sampleMe;

const meta: Meta<typeof MyProfile> = {
  title: 'features/contacts/MyProfile',
  component: MyProfile,
  decorators: [withServices({}, '/friends/1001')],
  parameters: { plane: 'sunken' },
};
export default meta;
type Story = StoryObj<typeof MyProfile>;

export const Full: Story = {};
export const WithoutStatus: Story = { parameters: { seed: { account: withoutStatus } } };
/** A colour of her own choice, and names that need other shapes than the page's. */
export const InKana: Story = {
  parameters: { seed: { account: { ...sampleMe, name: '水野みお', status: '山の上で写真を撮っています', av: 'c4' } } },
};
export const LongText: Story = {
  parameters: {
    width: 320,
    seed: {
      account: {
        ...sampleMe,
        name: 'Raden Ajeng Widyaningsih Kusumawardhani',
        handle: 'widyaningsih_kusumawardhani.r',
        status: 'https://kereta.example/jadwal/gambir-yogyakarta/kelas-eksekutif/sabtu-pagi-pukul-tujuh',
      },
    },
  },
};
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl', seed: { account: { ...sampleMe, name: 'ديوي لاراساتي' } } },
};
