import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleNow } from '#testing/samplePeople.ts';
import { ComposerClosed } from './ComposerClosed.tsx';

const hour = 3_600_000;
const meta: Meta<typeof ComposerClosed> = {
  title: 'features/composer/ComposerClosed',
  component: ComposerClosed,
  parameters: { plane: 'sunken' },
  args: { gate: { kind: 'frozen', until: undefined }, now: sampleNow, onAppeal: () => undefined },
};
export default meta;
type Story = StoryObj<typeof ComposerClosed>;

export const Frozen: Story = {};
export const FrozenUntil: Story = { args: { gate: { kind: 'frozen', until: sampleNow + 30 * 60_000 } } };
export const Muted: Story = { args: { gate: { kind: 'muted', until: sampleNow + 48 * hour } } };
export const NewMember: Story = { args: { gate: { kind: 'newRead', until: sampleNow + 600_000 } } };
export const Ended: Story = { args: { gate: { kind: 'over' } } };
export const NotInIt: Story = { args: { gate: { kind: 'closed' } } };
export const Japanese: Story = { args: Muted.args ?? {}, globals: { language: 'ja' } };
export const IndonesianLargeText: Story = {
  args: Muted.args ?? {},
  parameters: { width: 360, textScale: 1.4 },
  globals: { language: 'id' },
};
export const RightToLeft: Story = { args: Muted.args ?? {}, parameters: { dir: 'rtl' } };
