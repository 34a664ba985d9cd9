import type { Meta, StoryObj } from '@storybook/react-vite';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { AccountSettings } from './AccountSettings.tsx';

const answering = (update: FakeAnswers['account.update']) => ({ seed: { answers: { 'account.update': update } } });

const meta: Meta<typeof AccountSettings> = {
  title: 'features/settings/AccountSettings',
  component: AccountSettings,
  decorators: [withServices({}, '/settings/account')],
  parameters: { plane: 'sunken', width: 720 },
};
export default meta;
type Story = StoryObj<typeof AccountSettings>;

/** Writes another status and presses "Save", then waits for what is said about it. */
const save =
  (words?: RegExp): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    const status = await canvas.findByLabelText('Status');
    await userEvent.clear(status);
    await userEvent.type(status, '비 오는 날엔 라면');
    await userEvent.click(canvas.getByRole('button', { name: 'Save profile' }));
    if (words) await canvas.findByText(words);
  };

export const Profile: Story = {};
export const Saved: Story = {
  parameters: answering(({ name, status }) => ({
    ok: true,
    data: { account: { ...sampleMe, name: name ?? sampleMe.name, status: status ?? '', pv: 2 } },
  })),
  play: save(/your profile is saved/i),
};
export const Saving: Story = { parameters: answering(() => new Promise(() => {})), play: save() };
export const Offline: Story = { play: save(/cannot be reached/) };
export const TooOften: Story = {
  parameters: answering(() => ({ ok: false, code: 'RATE', retry: 1_000 })),
  play: save(/in 1 second\./),
};
export const LongHandle: Story = {
  parameters: {
    textScale: 1.4,
    seed: {
      account: { ...sampleMe, name: 'Maximiliana Konstantinopolitanska', handle: 'm.konstantinopolitanska_weber1' },
    },
  },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
