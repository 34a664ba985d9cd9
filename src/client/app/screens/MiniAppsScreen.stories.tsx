import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { ServicesContext } from '#client/context.ts';
import { createFakeServices, type FakeSeed } from '#testing/fakeServices.ts';
import { sampleAppAnswers, sampleApps, sampleKept } from '#testing/sampleApps.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppShell } from './AppShell.tsx';
import { MiniAppsScreen } from './MiniAppsScreen.tsx';

const [patungan, antre, , omok, , gongbi, kapan] = sampleApps;
const seed: FakeSeed = {
  ...sampleSeed,
  health: {},
  prefs: {
    appFavourites: [patungan, kapan, omok, gongbi].map(({ id }) => id),
    appPins: [antre.id, patungan.id],
  },
  answers: sampleAppAnswers,
};
const offline: FakeSeed = { ...seed, answers: {}, keptApps: sampleKept };

const meta: Meta<typeof MiniAppsScreen> = {
  title: 'screens/MiniApps',
  component: MiniAppsScreen,
  decorators: [withServices(seed, '/apps')],
  parameters: { plane: 'none' },
  globals: { viewport: { value: 'desk' } },
  render: (args) => (
    <AppShell>
      <MiniAppsScreen {...args} />
    </AppShell>
  ),
};
export default meta;
type Story = StoryObj<typeof MiniAppsScreen>;

const passport = {
  args: { app: patungan.id, isPassport: true },
  parameters: { path: '/apps/patungan/passport' },
} as const;

export const Desk: Story = {
  async play({ canvas }) {
    await canvas.findByRole('heading', { name: 'Favourites' });
    await canvas.findByRole('link', { name: 'Arisan Kita' });
  },
};
/** The server's list of recent apps was made before one was opened, and arrives after it. */
const late = Promise.withResolvers<void>();
export const LateAnswer: Story = {
  decorators: [
    withServices(
      {
        ...seed,
        answers: {
          ...sampleAppAnswers,
          'app.recent': async () => {
            await late.promise;
            return { ok: true, data: { apps: [] } };
          },
        },
      },
      '/apps',
    ),
  ],
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('link', { name: 'Arisan Kita' }));
    const recent = within(await canvas.findByRole('list', { name: 'Recent' }));
    await recent.findByRole('link', { name: 'Arisan Kita' });
    late.resolve();
    // Time enough for the answer to be drawn.
    await new Promise((done) => setTimeout(done, 100));
    await expect(recent.getByRole('link', { name: 'Arisan Kita' })).toBeVisible();
  },
};
export const Tablet: Story = { globals: { viewport: { value: 'tablet' } } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const DeskPassport: Story = {
  ...passport,
  async play({ canvas }) {
    await canvas.findByRole('heading', { name: 'What this app knows about me' });
  },
};
export const TabletPassport: Story = { ...passport, globals: { viewport: { value: 'tablet' } } };
export const PhonePassport: Story = { ...passport, globals: { viewport: { value: 'phone' } } };
/** What was there yesterday, and since when; a star works all the same. */
export const Offline: Story = {
  parameters: { seed: offline },
  async play({ canvas, userEvent }) {
    await canvas.findByText(/This is how it was: Oct 16/);
    const favourites = await canvas.findByRole('list', { name: 'Favourites' });
    const [star] = await canvas.findAllByRole('button', { name: 'Add 等公車 to favourites' });
    if (star) await userEvent.click(star);
    await within(favourites).findByRole('link', { name: '等公車' });
  },
};
export const OfflineWithoutCopy: Story = { parameters: { seed: { ...offline, keptApps: undefined } } };
/** Without a network what is known is still found. */
export const OfflineSearch: Story = {
  parameters: { seed: offline },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Search mini-apps' }), 'resep');
    await canvas.findByRole('heading', { name: 'Results' });
    await expect(await canvas.findAllByRole('link', { name: 'Resep Ibu' })).toHaveLength(1);
  },
};
export const SearchAndPin: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Search mini-apps' }), 'kado');
    await userEvent.click(await canvas.findByRole('button', { name: 'More about Kado Bareng' }));
    const body = within(canvasElement.ownerDocument.body);
    await userEvent.click(await body.findByRole('menuitem', { name: 'Pin to the rail' }));
    await within(await canvas.findByRole('list', { name: 'Pinned mini-apps' })).findByRole('link', {
      name: 'Kado Bareng',
    });
  },
};
/** Everything is taken back after a question. */
export const RevokeAll: Story = {
  ...passport,
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke all' }));
    const body = within(canvasElement.ownerDocument.body);
    await body.findByRole('heading', { name: 'Take everything back from Patungan?' });
  },
};
const linked = createFakeServices(seed);
/** An address opens its app once, with what the link says to it; a tile does the same. */
export const ByAddress: Story = {
  args: { app: patungan.id },
  decorators: [
    (Story) => (
      <ServicesContext value={linked}>
        <Router hook={memoryLocation({ path: '/apps/patungan' }).hook} searchHook={() => 'startapp=bill_7'}>
          <Story />
        </Router>
      </ServicesContext>
    ),
  ],
  async play({ canvas, userEvent }) {
    const opened = () => linked.calls.filter(({ name }) => name === 'openApp').map(({ input }) => input);
    const list = await canvas.findByRole('list', { name: 'Favourites' });
    await expect(opened()[0]).toEqual({ app: 'patungan', start: 'bill_7' });
    const before = opened().length;
    await userEvent.click(await within(list).findByRole('link', { name: 'Patungan' }));
    await expect(opened().slice(before)).toEqual([{ app: 'patungan' }]);
  },
};
