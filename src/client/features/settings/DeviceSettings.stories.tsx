import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { toDeviceId } from '#protocol/casts.ts';
import { useServices } from '#client/context.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { DeviceSettings } from './DeviceSettings.tsx';

const device = (number: number, name: string, ago: number) => ({
  id: toDeviceId(`00000000-0000-4000-8000-00000000000${number}`),
  name,
  created: sampleNow - ago,
  seen: sampleNow - ago,
  current: number === 1,
});
const items = [device(1, 'Chromium · Linux', 0), device(2, 'Firefox · Android', 240_000)];
const answering = (answers: FakeAnswers) => ({
  seed: {
    answers: { 'device.list': () => ({ ok: true as const, data: { items } }), ...answers } satisfies FakeAnswers,
  },
});

const meta: Meta<typeof DeviceSettings> = {
  title: 'features/settings/DeviceSettings',
  component: DeviceSettings,
  decorators: [withServices({}, '/settings/devices')],
  parameters: { plane: 'sunken', width: 720, ...answering({}) },
};
export default meta;
type Story = StoryObj<typeof DeviceSettings>;

/** Presses a button of the list, then, where given, the one of the question; waits for the words. */
const press =
  (name: string, words: RegExp, isSure = false): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name }));
    const question = within(await canvas.findByRole('alertdialog'));
    if (isSure) await userEvent.click(question.getByRole('button', { name: 'Log out' }));
    await question.findByText(words);
  };

export const Loading: Story = { parameters: answering({ 'device.list': () => new Promise(() => {}) }) };
export const OnlyThis: Story = {
  parameters: answering({ 'device.list': () => ({ ok: true, data: { items: items.slice(0, 1) } }) }),
};
export const Failed: Story = { parameters: answering({ 'device.list': () => ({ ok: false, code: 'INTERNAL' }) }) };
/** Plays the connection that comes back. */
function Reconnect() {
  const { stores } = useServices();
  return <button onClick={() => stores.health.setState({ status: { phase: 'live', clockOffset: 0 } })}>Connect</button>;
}
let isReachable = false;
/** What could not be asked without a network is asked for when it is back, without a press. */
export const BackAgain: Story = {
  beforeEach: () => void (isReachable = false),
  parameters: {
    seed: {
      health: { status: { phase: 'offline', clockOffset: 0 } },
      answers: {
        'device.list': () =>
          isReachable ? { ok: true as const, data: { items } } : { ok: false as const, code: 'UNAVAILABLE' as const },
      } satisfies FakeAnswers,
    },
  },
  render: () => (
    <>
      <Reconnect />
      <DeviceSettings />
    </>
  ),
  async play({ canvas, userEvent }) {
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible();
    isReachable = true;
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await expect(await canvas.findByText('Firefox · Android')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull();
  },
};
export const AskOne: Story = { play: press('Log out Firefox · Android', /not sent yet stay there/) };
export const AskOthers: Story = { play: press('Log out all others', /only this one stays/i) };
export const LogOutFailed: Story = { play: press('Log out Firefox · Android', /cannot be reached/, true) };
/** Somebody else was faster: that is what was wanted, so the question goes. */
export const GoneAlready: Story = {
  parameters: answering({ 'device.revoke': () => ({ ok: false, code: 'NOT_FOUND' }) }),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Log out Firefox · Android' }));
    const question = await canvas.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Log out' }));
    await waitFor(() => expect(question).not.toBeInTheDocument());
  },
};
export const KoreanPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
