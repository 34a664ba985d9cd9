import type { Meta, StoryObj } from '@storybook/react-vite';
import { openApp, readyState, sampleButton } from '#testing/sampleAppState.ts';
import { AppWindow } from './AppWindow.tsx';
import type { AppState } from './AppState.ts';
import { firstState } from './AppState.ts';

const nothing = () => undefined;

/** Stands in for the page of an app. */
function Page() {
  return (
    <div className="size-full bg-[#f5c16c] p-4 text-[#3b2506]">
      <p>Makan malam · Jogja bareng</p>
      <p className="text-28 font-bold">Rp 1.288.000</p>
    </div>
  );
}

const meta: Meta<typeof AppWindow> = {
  title: 'features/miniApps/AppWindow',
  component: AppWindow,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="relative h-[760px] w-panel overflow-hidden border-s border-line">
        <Story />
      </div>
    ),
  ],
  args: {
    ...openApp,
    state: readyState,
    entries: [{ id: 'reload', label: 'Begin anew', onAction: nothing }],
    detail: undefined,
    me: { name: 'Dewi Larasati', face: '7' },
    watchCamera: () => Promise.resolve({ ok: false, why: 'missing' }),
    onScanned: nothing,
    onAnswer: nothing,
    onPress: nothing,
    onLook: nothing,
    onAgain: nothing,
    onMinimise: nothing,
    onClose: nothing,
    children: <Page />,
  },
};
export default meta;
type Story = StoryObj<typeof AppWindow>;

const as = (change: Partial<AppState>): { state: AppState } => ({ state: { ...readyState, ...change } });

export const Ready: Story = {};
export const Launching: Story = { args: { state: firstState, children: undefined } };
export const Slow: Story = { args: { state: { ...firstState, phase: 'loading', isSlow: true } } };
/** What it asks for may go anywhere, which is said where it is decided. */
export const AsksAndSendsAnywhere: Story = {
  args: as({
    dialog: { kind: 'scope', scope: 'location', reason: 'To find a café near you' },
    launch: { any: 1 } as AppState['launch'],
  }),
};
/** Its page is stuck, or its process has died. */
export const Silent: Story = { args: as({ isSilent: true }) };
export const Buttons: Story = { args: as({ main: sampleButton, hasBack: true, hasSettings: true }) };
export const TwoButtons: Story = {
  args: as({ main: sampleButton, second: { ...sampleButton, text: 'Nanti', color: '#552200' }, secondAt: 'left' }),
};
export const StackedButtons: Story = {
  args: as({
    main: { ...sampleButton, isBusy: true, color: '#ffd400', textColor: '#fff2aa' },
    second: { ...sampleButton, isActive: false, text: 'Later' },
    secondAt: 'bottom',
  }),
};
export const Colours: Story = {
  args: as({ headerColor: '#e2733f', backgroundColor: '#221100', bottomColor: '#331a00', main: sampleButton }),
};
export const UsesCameraAndPlace: Story = { args: as({ allow: ['camera', 'microphone', 'location'] }) };
export const Consent: Story = {
  args: {
    ...as({
      phase: 'consent',
      dialog: { kind: 'scope', scope: 'profile', reason: 'so that your friends see who paid' },
    }),
    children: undefined,
  },
};
export const AsksForThePlace: Story = {
  args: as({
    main: sampleButton,
    dialog: { kind: 'scope', scope: 'location', reason: 'to find stalls near you' },
  }),
};
export const WaitsForAPress: Story = {
  args: as({ isAsking: true, dialog: { kind: 'scope', scope: 'write', reason: 'to say when it is your turn' } }),
};
export const Popup: Story = {
  args: as({
    dialog: {
      kind: 'popup',
      popup: {
        title: 'Delete the bill?',
        message: 'Eleven people have seen it.\nThis cannot be taken back.',
        buttons: [
          { id: 'keep', type: 'cancel' },
          { id: 'delete', type: 'destructive', text: 'Delete' },
        ],
      },
    },
  }),
};
export const PopupWithoutTitle: Story = {
  args: as({ dialog: { kind: 'popup', popup: { message: 'Saved.', buttons: [{ id: '', type: 'ok' }] } } }),
};
export const Link: Story = {
  args: as({ dialog: { kind: 'link', url: 'https://pay.example.org/bill?id=48c1&person=a-rather-long-value' } }),
};
export const Download: Story = {
  args: as({ dialog: { kind: 'download', url: 'https://files.example/bill.pdf', name: 'bill.pdf' } }),
};
export const Paste: Story = { args: as({ dialog: { kind: 'paste' } }) };
export const PinToRail: Story = { args: as({ dialog: { kind: 'pin' } }) };
export const LeaveUnfinished: Story = { args: as({ dialog: { kind: 'leave' } }) };
export const ScanWithoutCamera: Story = { args: as({ dialog: { kind: 'scan', text: 'The code is on the table.' } }) };
export const Offline: Story = {
  args: { ...as({ phase: 'trouble', trouble: { kind: 'offline' } }), children: undefined },
};
export const Closed: Story = {
  args: { ...as({ phase: 'trouble', trouble: { kind: 'closed' } }), children: undefined },
};
export const Gone: Story = { args: { ...as({ phase: 'trouble', trouble: { kind: 'gone' } }), children: undefined } };
export const Missing: Story = {
  args: { ...as({ phase: 'trouble', trouble: { kind: 'missing' } }), children: undefined },
};
export const Flood: Story = { args: { ...as({ phase: 'trouble', trouble: { kind: 'flood' } }), children: undefined } };
export const StoleTheFocus: Story = {
  args: { ...as({ phase: 'trouble', trouble: { kind: 'focus' } }), children: undefined },
};
export const Refused: Story = {
  args: {
    ...as({ phase: 'trouble', trouble: { kind: 'refused', code: 'RATE' } }),
    detail: 'Too many tries. Wait a moment.',
    children: undefined,
  },
};
export const LongNames: Story = {
  args: {
    name: 'Antrean Puskesmas Kecamatan Gondokusuman',
    host: 'antrean-puskesmas-gondokusuman-3.mini-apps.example-of-a-long-domain.org',
    ...as({
      main: { ...sampleButton, text: 'Ambil nomor antrean untuk poli gigi hari ini sekarang juga ya' },
      allow: ['location'],
      hasBack: true,
    }),
  },
};
export const JapaneseLargeText: Story = {
  ...Consent,
  parameters: { textScale: 1.4 },
  globals: { language: 'ja' },
};
export const Korean: Story = { ...Link, globals: { language: 'ko' } };
export const Phone: Story = { ...Buttons, globals: { viewport: { value: 'phone' } } };
