import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { MapQuestion } from './MapQuestion.tsx';

/** The question in the words of the story's language. */
function Stage({ href, onClose }: { href: string; onClose: () => void }) {
  const { t } = useSampleLook();
  return <MapQuestion {...{ t, href, onClose }} />;
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/MapQuestion',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { href: 'https://www.openstreetmap.org/?mlat=-7.79&mlon=110.37', onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Default: Story = {};
export const PhoneKorean: Story = { globals: { language: 'ko', viewport: { value: 'phone' } } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
