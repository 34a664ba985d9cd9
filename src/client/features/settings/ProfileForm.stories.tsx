import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleMe } from '#testing/samplePeople.ts';
import { ProfileForm } from './ProfileForm.tsx';

const { status: _, ...withoutStatus } = sampleMe;

const meta: Meta<typeof ProfileForm> = {
  title: 'features/settings/ProfileForm',
  component: ProfileForm,
  parameters: { plane: 'raised', width: 560 },
  args: { account: sampleMe, isBusy: false, isSaved: false, problem: undefined, onSave: () => {} },
};
export default meta;
type Story = StoryObj<typeof ProfileForm>;

/** Nothing to save yet: the button waits. */
export const Unchanged: Story = {};
export const WithoutStatus: Story = { args: { account: withoutStatus } };
export const ChosenColour: Story = { args: { account: { ...sampleMe, name: '水野みお', av: 'c4' } } };
/** The colour is only for faces without a picture. */
export const WithPicture: Story = { args: { account: { ...sampleMe, av: `m:${'h'.repeat(22)}` } } };
export const Changed: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Colour 3' }));
    const save = canvas.getByRole<HTMLButtonElement>('button', { name: 'Save profile' });
    if (save.disabled) throw new Error('a new colour cannot be saved');
  },
};
export const Saving: Story = { ...Changed, args: { isBusy: true } };
export const Saved: Story = { args: { isSaved: true } };
export const Offline: Story = { args: { problem: 'The server cannot be reached right now.' } };
export const TooLong: Story = {
  args: {
    account: {
      ...sampleMe,
      name: 'Raden Ajeng Widyaningsih Kusumawardhani Suryo',
      status:
        'Pulang kampung sampai tanggal dua puluh; kalau penting telepon saja, sinyal di rumah nenek hanya ada di bawah pohon mangga di halaman depan.',
    },
  },
  async play({ canvas }) {
    await canvas.findByText('A name can have at most 40 characters.');
    await canvas.findByText('At most 120 characters.');
  },
};
export const KoreanPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  args: { account: { ...sampleMe, name: 'ديوي لاراساتي' } },
  parameters: { dir: 'rtl' },
};
