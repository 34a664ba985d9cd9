import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import { versionState } from '#protocol/entities/appStates.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleAppCard, sampleMade, sampleMadeApp, sampleManifest, sampleVersion } from '#testing/sampleMakers.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppPage } from './AppPage.tsx';

const answers: FakeAnswers = {
  'app.list': () => ({ ok: true, data: { apps: [sampleAppCard] } }),
  'maker.submit': () => ({ ok: true, data: { app: sampleMade.waiting } }),
  'maker.use': () => ({ ok: true, data: { app: { ...sampleMadeApp, live: 1 } } }),
};
/** An id and names as long as they may be. */
const long = {
  ...sampleMade.drafted,
  id: toAppId('cooperative-laundry-of-yogyakarta'.slice(0, 32)),
  versions: [
    sampleVersion(1, versionState.approved),
    sampleVersion(2, versionState.declined, {
      note: `${'Please say what happens to the picture, and for how long you keep it. '.repeat(3)}https://rules.example/${'a'.repeat(60)}`,
    }),
    sampleVersion(3, versionState.draft, {
      manifest: { ...sampleManifest, names: { en: 'W'.repeat(30), ko: '우리동네 세탁 협동조합 빠른 배달' } },
    }),
  ],
};

const meta: Meta<typeof AppPage> = {
  title: 'features/appMaker/AppPage',
  component: AppPage,
  decorators: [
    (Story) => (
      <div className="h-[860px] text-ink">
        <Story />
      </div>
    ),
    withServices({ answers }, `/apps/make/${sampleMadeApp.id}`),
  ],
  parameters: { plane: 'none' },
  args: { app: sampleMadeApp, openDraft: fn(), onChange: fn() },
};
export default meta;
type Story = StoryObj<typeof AppPage>;

/** One version is live, and nothing new is written. */
export const Live: Story = {};
export const Fresh: Story = { args: { app: sampleMade.fresh } };
export const Draft: Story = {
  args: { app: sampleMade.drafted },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Give to review' }));
    await expect(args.onChange).toHaveBeenCalledWith(sampleMade.waiting);
  },
};
/** Nothing can be edited while it waits. */
export const Waiting: Story = { args: { app: sampleMade.waiting } };
export const Declined: Story = { args: { app: sampleMade.declined } };
export const Closed: Story = { args: { app: sampleMade.closed } };
export const OneVersionBack: Story = {
  async play({ args, canvas, canvasElement, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Use this version · Version 1' }));
    const dialog = canvasElement.ownerDocument.querySelector('[role=alertdialog]');
    const [confirm] = [...(dialog?.querySelectorAll('button') ?? [])].toReversed();
    if (confirm) await userEvent.click(confirm);
    await expect(args.onChange).toHaveBeenCalledWith(expect.objectContaining({ live: 1 }));
  },
};
/** What could not be given to review stays, with the reason. */
export const NoNetwork: Story = {
  args: { app: sampleMade.drafted },
  parameters: { seed: { answers: {} } },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Give to review' }));
    await canvas.findByText(/cannot be reached/);
    await expect(args.onChange).not.toHaveBeenCalled();
  },
};
/** Where apps cannot be opened there is nothing to try. */
export const CannotBeTried: Story = {
  args: { app: sampleMade.drafted, openDraft: undefined },
  async play({ canvas }) {
    await expect(canvas.queryByRole('button', { name: 'Try it' })).toBeNull();
  },
};
export const LongPhone: Story = { args: { app: long }, globals: { viewport: { value: 'phone' } } };
export const KoreanLargeTextPhone: Story = {
  args: { app: long },
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const IndonesianTablet: Story = {
  args: { app: sampleMade.drafted },
  globals: { language: 'id', viewport: { value: 'tablet' } },
};
export const RightToLeft: Story = { args: { app: sampleMade.drafted }, parameters: { dir: 'rtl' } };
