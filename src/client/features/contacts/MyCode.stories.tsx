import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { within } from 'storybook/test';
import { MyCode } from './MyCode.tsx';

const meta: Meta<typeof MyCode> = {
  title: 'features/contacts/MyCode',
  component: MyCode,
  decorators: [withServices({}, '/friends')],
  args: { account: sampleMe, onClose: () => {} },
};
export default meta;
type Story = StoryObj<typeof MyCode>;

export const Usual: Story = {
  async play() {
    await within(document.body).findByRole('img', { name: `QR code of @${sampleMe.handle}` });
  },
};
export const Phone: Story = { globals: { language: 'ja', viewport: { value: 'phone' } } };
