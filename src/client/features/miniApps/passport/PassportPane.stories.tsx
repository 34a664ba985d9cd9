import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { ServicesContext } from '#client/context.ts';
import { createFakeServices, type FakeServices } from '#testing/fakeServices.ts';
import { sampleAppAnswers, sampleApps, samplePassport } from '#testing/sampleApps.ts';
import { PassportPane } from './PassportPane.tsx';

const [patungan] = sampleApps;
const live = createFakeServices({ answers: sampleAppAnswers });
const half = createFakeServices({ answers: { 'app.passport': () => ({ ok: true, data: samplePassport }) } });
const unknown = createFakeServices({ answers: { 'app.passport': () => ({ ok: false, code: 'NOT_FOUND' }) } });

const on = (services: FakeServices): Pick<Story, 'decorators'> => ({
  decorators: [
    (Story) => (
      <ServicesContext value={services}>
        <div className="h-[900px] text-ink">
          <Story />
        </div>
      </ServicesContext>
    ),
  ],
});

const meta: Meta<typeof PassportPane> = {
  title: 'features/miniApps/PassportPane',
  component: PassportPane,
  parameters: { plane: 'none', width: 340 },
  args: { app: patungan.id, onClose: () => undefined },
};
export default meta;
type Story = StoryObj<typeof PassportPane>;

export const TakesBack: Story = {
  ...on(live),
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke: Messages to you' }));
    await expect(live.calls.find(({ name }) => name === 'app.answer')?.input).toMatchObject({
      app: 'patungan',
      scope: 'write',
      allow: false,
    });
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke all' }));
    const dialog = await within(canvasElement.ownerDocument.body).findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke all' }));
    await expect(live.calls.map(({ name }) => name)).toContain('app.forget');
  },
};
/** What could not be taken back is said, and everything stays readable. */
export const ConnectionLost: Story = {
  ...on(half),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Allow: Your place' }));
    await canvas.findByRole('alert');
    await canvas.findByText('Posted a card in 2 chats you picked');
  },
};
export const KnowsNothing: Story = {
  ...on(unknown),
  async play({ canvas }) {
    await canvas.findByRole('heading', { name: 'It knows nothing about you' });
  },
};
