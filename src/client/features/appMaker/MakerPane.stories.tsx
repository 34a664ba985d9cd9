import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import { versionState } from '#protocol/entities/appStates.ts';
import type { FakeAnswers, FakeSeed } from '#testing/fakeServices.ts';
import { sampleAppCard, sampleMade, sampleMadeApp, sampleVersion } from '#testing/sampleMakers.ts';
import { withServices } from '#testing/withServices.tsx';
import { MakerPane } from './MakerPane.tsx';

const token = '7100000001:AAH4d0kQeXw9tYv3uLr8pNz2sBmCfGjKiDo';
const answers: FakeAnswers = {
  'app.list': () => ({ ok: true, data: { apps: [sampleAppCard] } }),
  'app.get': ({ ids }) => ({
    ok: true,
    data: { apps: ids.map((id) => ({ ...sampleAppCard, id: toAppId(id), host: `${id}.localhost:8787` })) },
  }),
  'maker.list': () => ({ ok: true, data: { apps: [sampleMade.drafted, sampleMade.closed, sampleMade.fresh] } }),
  'maker.create': ({ app }) =>
    app === 'cafe'
      ? { ok: false, code: 'NAME_TAKEN' }
      : { ok: true, data: { app: { ...sampleMade.fresh, id: toAppId(app) }, token } },
  'maker.secret': () => ({ ok: true, data: { token } }),
  'maker.submit': () => ({ ok: true, data: { app: sampleMade.waiting } }),
  'maker.save': ({ manifest }) => ({
    ok: true,
    data: { app: { ...sampleMadeApp, versions: [sampleVersion(3, versionState.draft, { manifest })] } },
  }),
  'maker.testers': () => ({ ok: false, code: 'NOT_FOUND', msg: 'nobody' }),
  'maker.remove': () => ({ ok: false, code: 'UNAVAILABLE' }),
};
const seed: FakeSeed = { answers };
const withApp = (app: (typeof sampleMade)[keyof typeof sampleMade]) => ({
  args: { app: app.id },
  parameters: {
    seed: { answers: { ...answers, 'maker.list': () => ({ ok: true, data: { apps: [app] } }) } satisfies FakeAnswers },
  },
});

const meta: Meta<typeof MakerPane> = {
  title: 'features/appMaker/MakerPane',
  component: MakerPane,
  decorators: [
    (Story) => (
      <div className="h-[860px] text-ink">
        <Story />
      </div>
    ),
    withServices(seed, '/apps/make'),
  ],
  parameters: { plane: 'none' },
  args: { openDraft: fn() },
};
export default meta;
type Story = StoryObj<typeof MakerPane>;

export const List: Story = {};
export const NoNetwork: Story = { parameters: { seed: { answers: {} } } };
/** An id, then the secret, this once. */
export const Created: Story = {
  args: { app: 'new' },
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'kopi-antre{Enter}');
    await canvas.findByText(token);
    await canvas.findByText('It is shown only now.');
  },
};
export const NameTaken: Story = {
  args: { app: 'new' },
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'cafe{Enter}');
    await canvas.findByText(/had it once/);
  },
};
export const Fresh: Story = withApp(sampleMade.fresh);
/** The draft is tried, then given to review. */
export const Draft: Story = {
  ...withApp(sampleMade.drafted),
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try it' }));
    await expect(args.openDraft).toHaveBeenCalledWith('antre-dulu', 3);
    await userEvent.click(canvas.getByRole('button', { name: 'Give to review' }));
    await canvas.findByRole('button', { name: 'Take it back' });
    await expect(canvas.queryByLabelText('Name in English')).toBeNull();
  },
};
/** What is not saved cannot be given to review. */
export const Changed: Story = {
  ...withApp(sampleMade.drafted),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Name in English'), '!');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Give to review' })).toBeDisabled());
    await userEvent.click(canvas.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Give to review' })).toBeEnabled());
    await expect(canvas.getByLabelText('Name in English')).toHaveValue('Antre Dulu!');
  },
};
export const Waiting: Story = withApp(sampleMade.waiting);
export const Declined: Story = withApp(sampleMade.declined);
export const Closed: Story = withApp(sampleMade.closed);
export const NobodyToTest: Story = {
  ...withApp(sampleMade.drafted),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('ID of a person'), 'nobody.here{Enter}');
    await canvas.findByText('There is nobody with this ID.');
  },
};
export const NewSecret: Story = {
  ...withApp(sampleMade.drafted),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Make a new secret' }));
    await screen.findByText(/The old one stops working/);
    const [, confirm] = screen.getAllByRole('button', { name: 'Make a new secret' });
    if (confirm) await userEvent.click(confirm);
    await canvas.findByText(token);
  },
};
export const RemovalFails: Story = {
  ...withApp(sampleMade.drafted),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove …' }));
    await userEvent.type(await screen.findByLabelText('Type antre-dulu to confirm'), 'antre-dulu');
    await userEvent.click(screen.getByRole('button', { name: 'Remove for good' }));
    await screen.findByText(/cannot be reached/);
  },
};
export const NotMine: Story = { args: { app: 'somebody-elses' } };
export const Phone: Story = { ...withApp(sampleMade.declined), globals: { viewport: { value: 'phone' } } };
