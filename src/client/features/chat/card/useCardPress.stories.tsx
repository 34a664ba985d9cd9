import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, mocked, screen, spyOn, waitFor, within } from 'storybook/test';
import { catchCopies } from '#testing/fakeClipboard.ts';
import { ServicesContext, useServices } from '#client/context.ts';
import type { CardPress } from '#client/parts/AppCard.tsx';
import { Button } from '#client/ui/Button.tsx';
import { toAppId, toChatId } from '#protocol/casts.ts';
import type { FakeServices } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { useCardPress } from './useCardPress.tsx';

const used: { services?: FakeServices } = {};
const c = toChatId(2_301);
const app = { id: toAppId('antre'), name: 'Antre Dulu' };
const url = 'https://track.example/2210?from=card';

const presses: CardPress[] = [
  { do: 'open', label: 'Open', start: 'a-47' },
  { do: 'link', label: 'Where it is', url },
  { do: 'text', label: 'I am here', text: 'Saya sudah di sini' },
  { do: 'copy', text: 'PELAN-50K' },
];

type StageProps = { say: (text: string) => void; canKeep: boolean };

/** A press of every kind, without a card. `canKeep`: the device has room for what is written. */
function Stage({ say, canKeep }: StageProps) {
  const services = useServices() as FakeServices;
  const { commands } = services;
  useEffect(() => {
    used.services = services;
  }, [services]);
  const sendMessage = canKeep ? commands.sendMessage : () => Promise.reject(new Error('no room'));
  return (
    <ServicesContext value={{ ...services, commands: { ...commands, sendMessage } }}>
      <Presses say={say} />
    </ServicesContext>
  );
}

function Presses({ say }: Pick<StageProps, 'say'>) {
  const { onPress, question } = useCardPress(c, app, say);
  return (
    <div className="flex flex-wrap gap-2">
      {presses.map((press) => (
        <Button key={press.do} kind="quiet" onClick={() => onPress(press)}>
          {press.do === 'copy' ? press.text : press.label}
        </Button>
      ))}
      {question}
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/useCardPress',
  component: Stage,
  decorators: [withServices({})],
  args: { say: fn(), canKeep: true },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** The app is opened at its place, words are sent, a code is copied; only the copying says so. */
export const CarriedOut: Story = {
  async play({ args, canvas, userEvent }) {
    const written = catchCopies();
    await userEvent.click(await canvas.findByRole('button', { name: 'Open' }));
    await userEvent.click(canvas.getByRole('button', { name: 'I am here' }));
    await expect(used.services?.calls).toEqual([
      { name: 'openApp', input: { app: app.id, start: 'a-47', c } },
      { name: 'sendMessage', input: { c, b: { x: 'Saya sudah di sini' } } },
    ]);
    await userEvent.click(canvas.getByRole('button', { name: 'PELAN-50K' }));
    await waitFor(() => expect(args.say).toHaveBeenCalledWith('Copied'));
    await expect(written).toEqual(['PELAN-50K']);
    await expect(args.say).toHaveBeenCalledOnce();
  },
};
/** The device cannot keep what the button writes. */
export const NotKept: Story = {
  args: { canKeep: false },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'I am here' }));
    const said = mocked(args.say).mock.calls;
    await waitFor(() => expect(said[0]?.[0]).toBe('This message could not be kept on this device.'));
  },
};
/** An address is opened only after the question; taken back, nothing happens. */
export const LinkIsAsked: Story = {
  beforeEach() {
    const opened = spyOn(globalThis, 'open').mockReturnValue(null);
    return () => opened.mockRestore();
  },
  async play({ canvas, userEvent }) {
    const link = await canvas.findByRole('button', { name: 'Where it is' });
    await userEvent.click(link);
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText(url)).toBeNull());
    await expect(globalThis.open).not.toHaveBeenCalled();
    await userEvent.click(link);
    const dialog = within(await screen.findByRole('alertdialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Open' }));
    await expect(globalThis.open).toHaveBeenCalledWith(url, '_blank', 'noopener,noreferrer');
    await waitFor(() => expect(screen.queryByText(url)).toBeNull());
  },
};
export const KoreanLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Where it is' }));
    await expect(await screen.findByText(url)).toBeVisible();
  },
};
/** An address is read from left to right everywhere. */
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Where it is' }));
    await expect(await screen.findByText(url)).toHaveAttribute('dir', 'ltr');
  },
};
