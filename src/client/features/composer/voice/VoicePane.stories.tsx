import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef, useState } from 'react';
import { expect, fireEvent, screen, userEvent, waitFor, within } from 'storybook/test';
import { ServicesContext, useServices } from '#client/context.ts';
import type { MicrophoneProblem } from '#client/stores/microphone.ts';
import { toChatId } from '#protocol/casts.ts';
import { createFakeServices, type FakeServices } from '#testing/fakeServices.ts';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { fakeVoiceKit } from '#testing/fakeVoiceKit.ts';
import { sampleVoice } from '#testing/sampleMedia.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useAttach } from '../attach/useAttach.tsx';
import { Composer, type ComposerHandle } from '../Composer.tsx';
import { recordingOf } from './recordingOf.ts';
import { VoiceSlot } from './VoiceSlot.tsx';

const c = toChatId(1);
/** Services of the story on screen, to see what was done. */
let services: FakeServices | undefined;

type StageProps = { problem?: MicrophoneProblem; isKept?: boolean; width?: number };

function Stage({ problem, isKept = false, width }: StageProps) {
  const [made] = useState(() => {
    const draft = { c, text: '', at: undefined, files: [sampleVoice('ferry')], updated: sampleNow };
    const fake = createFakeServices(isKept ? { drafts: [draft] } : {});
    const note = (name: string, input: unknown): void => void fake.calls.push({ name, input });
    fake.stores.media.setState({
      kit: { ...fakeMediaKit(note), voice: fakeVoiceKit(note, problem ? { problem } : {}) },
    });
    services = fake;
    return fake;
  });
  return (
    <ServicesContext value={made}>
      <div style={width === undefined ? {} : { width }}>
        <Pane />
      </div>
    </ServicesContext>
  );
}

/** The composer with its files and its microphone. */
function Pane() {
  const composer = useRef<ComposerHandle>(null);
  const { commands } = useServices();
  const { lead, tray, attached } = useAttach({ c, title: 'Jogja bareng', composer, isOff: false });
  return (
    <section aria-label="Jogja bareng" className="flex min-h-80 flex-col justify-end bg-surface-sunken">
      <Composer
        {...{ lead, tray, attached }}
        ref={composer}
        title="Jogja bareng"
        enterSends
        max={10_000}
        people={[]}
        voice={
          <VoiceSlot
            c={c}
            isKept={attached === 'voice'}
            onSend={(part) => void commands.sendMessage({ c, k: 5, b: { f: [part] } })}
            onDone={() => composer.current?.focus()}
          />
        }
        onSend={() => undefined}
        onChange={() => undefined}
        onCancelEdit={() => undefined}
        onEditLast={() => undefined}
        onBlur={() => undefined}
      />
    </section>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/composer/VoicePane',
  component: Stage,
  parameters: { plane: 'sunken' },
  // A cold start of the previews takes longer over it than a story may.
  loaders: [() => import('./VoicePane.tsx')],
};
export default meta;
type Story = StoryObj<typeof Stage>;

const mic = (): HTMLElement => screen.getByRole('button', { name: 'Record a voice message' });
/** Until its code is there it cannot be held. */
const isReady = (): Promise<void> => waitFor(() => expect(mic()).toHaveAttribute('aria-describedby'));
/** As a keyboard or a screen reader presses. */
const press = (element: HTMLElement): void => element.click();
const sent = (): unknown[] => services?.calls.filter(({ name }) => name === 'sendMessage') ?? [];
const isRecording = (): Promise<HTMLElement> => screen.findByRole('timer');
/** Something is to be seen of it. */
const forAWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 900));

export const AtRest: Story = {
  async play() {
    await expect(mic()).toBeVisible();
    await userEvent.type(screen.getByRole('textbox'), 'words');
    await expect(screen.queryByRole('button', { name: 'Record a voice message' })).toBeNull();
    await userEvent.clear(screen.getByRole('textbox'));
    await expect(mic()).toBeVisible();
  },
};
export const Locked: Story = {
  async play() {
    press(mic());
    await isRecording();
    await forAWhile();
    await expect(screen.getByText('Recording is locked. Let go, talk on, read on.')).toBeVisible();
    await expect(screen.getByRole('textbox', { hidden: true })).not.toBeVisible();
  },
};
export const Sent: Story = {
  async play() {
    press(mic());
    await isRecording();
    await forAWhile();
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    await expect(services?.calls.filter(({ name, input }) => name === 'microphone' && input === 'stop')).toHaveLength(
      1,
    );
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
  },
};
/** A finger that holds it: where to slide stands beside and above. */
export const Held: Story = {
  async play() {
    await isReady();
    await fireEvent.pointerDown(mic(), { button: 0, isPrimary: true, pointerId: 1, clientX: 300, clientY: 300 });
    await isRecording();
    await forAWhile();
    await expect(screen.getByText('Slide up to lock')).toBeVisible();
    await expect(screen.getByText('Slide away to cancel')).toBeVisible();
  },
};
export const SlidAway: Story = {
  async play() {
    await isReady();
    await fireEvent.pointerDown(mic(), { button: 0, isPrimary: true, pointerId: 1, clientX: 300, clientY: 300 });
    await isRecording();
    await fireEvent.pointerMove(mic(), { pointerId: 1, clientX: 150, clientY: 300 });
    await waitFor(() => expect(screen.queryByRole('timer')).toBeNull());
    await expect(sent()).toHaveLength(0);
  },
};
export const Paused: Story = {
  async play() {
    press(mic());
    await isRecording();
    await forAWhile();
    await userEvent.click(screen.getByRole('button', { name: 'Pause and listen' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Play voice message/ }));
    await screen.findByRole('button', { name: /^Pause voice message/ });
    await expect(screen.getByRole('button', { name: 'Record on' })).toBeVisible();
  },
};
export const KeptFromBefore: Story = {
  args: { isKept: true },
  async play() {
    await expect(await screen.findByRole('button', { name: 'Play voice message, 0:23' })).toBeVisible();
    // More than ten seconds are not thrown away by one press.
    await userEvent.click(screen.getByRole('button', { name: 'Discard recording' }));
    const question = within(await screen.findByRole('alertdialog'));
    await userEvent.click(question.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  },
};
export const Question: Story = {
  args: { isKept: true },
  async play() {
    await userEvent.click(await screen.findByRole('button', { name: 'Discard recording' }));
    await screen.findByRole('alertdialog');
  },
};
export const FullFiveMinutes: Story = {
  async play() {
    if (services) recordingOf(services).store.setState({ note: { c, why: 'limit' } });
    await screen.findByText(/up to 5 minutes/);
  },
};
const refused = (problem: MicrophoneProblem): Story => ({
  args: { problem },
  async play() {
    press(mic());
    const told = within(await screen.findByRole('alert'));
    await userEvent.click(told.getByRole('button', { name: 'OK' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    press(mic());
    await screen.findByRole('alert');
  },
});
export const Refused = refused('refused');
export const NoMicrophone = refused('missing');
export const InUse = refused('busy');
export const NotInThisBrowser = refused('unsupported');
export const Phone: Story = { args: { width: 360 }, play: Locked.play! };
export const PhoneKept: Story = { args: { width: 360, isKept: true } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, play: Locked.play! };
