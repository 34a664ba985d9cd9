import type { Meta, StoryObj } from '@storybook/react-vite';
import { oddApps, samplePassport } from '#testing/sampleApps.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { PassportPage } from './PassportPage.tsx';

const nothing = () => {};
const [long = samplePassport.app, , closed = samplePassport.app] = oddApps;

const meta: Meta<typeof PassportPage> = {
  title: 'features/miniApps/PassportPage',
  component: PassportPage,
  parameters: { plane: 'none', width: 340 },
  decorators: [
    (Story) => (
      <div className="h-[900px] text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    passport: samplePassport,
    isMissing: false,
    problem: undefined,
    busy: undefined,
    now: sampleNow,
    onRetry: nothing,
    onAnswer: nothing,
    onSave: nothing,
    onForget: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof PassportPage>;

export const Known: Story = {};
export const Answering: Story = { args: { busy: 'profile' } };
export const Loading: Story = { args: { passport: undefined } };
export const Offline: Story = {
  args: { passport: undefined, problem: 'No connection right now. Please try again in a moment.' },
};
/** The last answer stays while an act fails. */
export const ActFailed: Story = { args: { problem: 'No connection right now. Please try again in a moment.' } };
export const Nothing: Story = { args: { passport: undefined, isMissing: true } };
export const Closed: Story = { args: { passport: { ...samplePassport, app: closed } } };
export const SendsAnywhere: Story = { args: { sendsAnywhere: true } };
export const SendsAnywhereJapanesePhone: Story = {
  args: { sendsAnywhere: true },
  parameters: { width: 360 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
/** It was opened and has asked for nothing. */
export const JustOpened: Story = {
  args: {
    passport: {
      ...samplePassport,
      asked: 0,
      yes: 0,
      keys: 0,
      ask: [],
      grants: [],
      log: [{ at: sampleNow, what: 'opened' }],
    },
  },
};
export const EveryAct: Story = {
  args: {
    passport: {
      ...samplePassport,
      app: long,
      log: [
        ...(['opened', 'profile', 'contact', 'location', 'clipboard', 'camera', 'microphone', 'message'] as const).map(
          (what) => ({ at: sampleNow, what }),
        ),
        { at: sampleNow, what: 'shared', n: 1 },
        { at: sampleNow, what: 'revoked', scope: 'write' },
        { at: sampleNow, what: 'revoked' },
      ],
    },
  },
};
export const KoreanLargeTextPhone: Story = {
  parameters: { textScale: 1.4, width: 360 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const IndonesianPhone: Story = {
  parameters: { width: 360 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
