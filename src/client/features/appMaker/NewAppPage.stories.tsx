import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleAppCard, sampleMade } from '#testing/sampleMakers.ts';
import { withServices } from '#testing/withServices.tsx';
import { NewAppPage } from './NewAppPage.tsx';

const token = '7100000001:AAH4d0kQeXw9tYv3uLr8pNz2sBmCfGjKiDo';
const places: FakeAnswers = { 'app.list': () => ({ ok: true, data: { apps: [sampleAppCard] } }) };
const create: FakeAnswers['maker.create'] = ({ app }) => ({
  ok: true,
  data: { app: { ...sampleMade.fresh, id: toAppId(app) }, token },
});
const refusing = (code: 'NAME_TAKEN' | 'FULL') => ({
  seed: { answers: { ...places, 'maker.create': () => ({ ok: false, code }) } satisfies FakeAnswers },
});

const meta: Meta<typeof NewAppPage> = {
  title: 'features/appMaker/NewAppPage',
  component: NewAppPage,
  decorators: [
    (Story) => (
      <div className="h-[640px] text-ink">
        <Story />
      </div>
    ),
    withServices({ answers: { ...places, 'maker.create': create } }, '/apps/make/new'),
  ],
  parameters: { plane: 'none' },
};
export default meta;
type Story = StoryObj<typeof NewAppPage>;

export const Empty: Story = {};
export const Made: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'kopi-antre{Enter}');
    await canvas.findByText(token);
    await expect(canvas.queryByLabelText('Id')).toBeNull();
  },
};
/** The words for a name that is taken are about the id, not about a person's. */
export const Taken: Story = {
  parameters: refusing('NAME_TAKEN'),
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'cafe{Enter}');
    await canvas.findByText(/had it once/);
  },
};
export const Full: Story = {
  parameters: refusing('FULL'),
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'cafe{Enter}');
    await canvas.findByText(/as many mini-apps as one person can/);
  },
};
/** What was typed stays. */
export const NoNetwork: Story = {
  parameters: { seed: { answers: {} } },
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'cafe{Enter}');
    await canvas.findByText(/cannot be reached/);
    await expect(canvas.getByLabelText('Id')).toHaveValue('cafe');
  },
};
export const LongId: Story = {
  globals: { viewport: { value: 'phone' } },
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), `${'c-'.repeat(15)}ab`);
  },
};
export const IndonesianLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
