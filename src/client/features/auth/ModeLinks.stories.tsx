import type { Meta, StoryObj } from '@storybook/react-vite';
import { withEntry } from '#testing/withEntry.tsx';
import { ModeLinks } from './ModeLinks.tsx';

const meta: Meta<typeof ModeLinks> = {
  title: 'features/auth/ModeLinks',
  component: ModeLinks,
  decorators: [withEntry()],
  parameters: { width: 440 },
  args: { mode: 'logIn' },
};
export default meta;
type Story = StoryObj<typeof ModeLinks>;

export const LogIn: Story = {};
export const SignUp: Story = { args: { mode: 'signUp' } };
export const Focused: Story = {
  decorators: [
    (Story) => (
      <div data-force="focus hover">
        <Story />
      </div>
    ),
  ],
};
export const TraditionalChinese: Story = { globals: { language: 'zh-TW' } };
export const IndonesianNarrow: Story = { parameters: { width: 220, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { args: { mode: 'signUp' }, parameters: { dir: 'rtl' } };
