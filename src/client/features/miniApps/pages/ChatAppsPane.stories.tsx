import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { ServicesContext } from '#client/context.ts';
import { toChatId } from '#protocol/casts.ts';
import { createFakeServices } from '#testing/fakeServices.ts';
import { sampleAppAnswers, sampleKept } from '#testing/sampleApps.ts';
import { ChatAppsPane } from './ChatAppsPane.tsx';

const c = toChatId(2_001);
const live = createFakeServices({
  answers: sampleAppAnswers,
  prefs: { appFavourites: sampleKept.all.map(({ id }) => id) },
});
const away = createFakeServices({ keptApps: sampleKept });

const meta: Meta<typeof ChatAppsPane> = {
  title: 'features/miniApps/ChatAppsPane',
  component: ChatAppsPane,
  parameters: { plane: 'sunken' },
  args: { c, onClose: () => undefined },
};
export default meta;
type Story = StoryObj<typeof ChatAppsPane>;

/** The app is told from which chat it was opened. */
export const Opens: Story = {
  decorators: [
    (Story) => (
      <ServicesContext value={live}>
        <Story />
      </ServicesContext>
    ),
  ],
  async play({ canvasElement, userEvent }) {
    const body = within(canvasElement.ownerDocument.body);
    await body.findByRole('heading', { name: 'Favourites' });
    await userEvent.click(await body.findByRole('button', { name: /^Antre Dulu/ }));
    // Its frame began when the button went down.
    await expect(live.calls.filter(({ name }) => name === 'warmApp')).toEqual([{ name: 'warmApp', input: 'antre' }]);
    await expect(live.calls).toContainEqual({ name: 'openApp', input: { app: 'antre', c } });
  },
};
export const Offline: Story = {
  decorators: [
    (Story) => (
      <ServicesContext value={away}>
        <Story />
      </ServicesContext>
    ),
  ],
  async play({ canvasElement }) {
    await within(canvasElement.ownerDocument.body).findByRole('button', { name: /^오목 한 판/ });
  },
};
