import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { AuthFrame } from './AuthFrame.tsx';

const nothing = () => {};

const meta: Meta<typeof AuthFrame> = {
  title: 'features/auth/AuthFrame',
  component: AuthFrame,
  parameters: { plane: 'none' },
  globals: { viewport: { value: 'desk' } },
  args: {
    language: 'en',
    onLanguage: nothing,
    children: (
      <div className="grid gap-4">
        <h1 className="text-28 font-bold tracking-tight">Good evening</h1>
        <TextField label="ID" value="dewi" onChange={nothing} autoComplete="username" />
        <Button size="large">Come in</Button>
      </div>
    ),
  },
};
export default meta;
type Story = StoryObj<typeof AuthFrame>;

export const Desk: Story = {};
export const Tablet: Story = { globals: { viewport: { value: 'tablet' } } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
/** The longest words of all languages, at the largest text size, on a phone. */
export const IndonesianLargeText: Story = {
  args: { language: 'id' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const Japanese: Story = { args: { language: 'ja' }, globals: { language: 'ja', viewport: { value: 'desk' } } };
/** More than fits: the form scrolls, the picture stays. */
export const LongForm: Story = {
  args: {
    children: Array.from({ length: 14 }, (_, index) => (
      <p key={index} className="py-4">
        {index + 1}. 내일 아침 여덟 시, 역 앞 빵집에서
      </p>
    )),
  },
};
