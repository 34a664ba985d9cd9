import type { Meta, StoryObj } from '@storybook/react-vite';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleAppCard, sampleMade, sampleMadeApp } from '#testing/sampleMakers.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppShell } from './AppShell.tsx';
import { MakerScreen } from './MakerScreen.tsx';

const answers: FakeAnswers = {
  'app.get': () => ({ ok: true, data: { apps: [sampleAppCard] } }),
  'app.list': () => ({ ok: true, data: { apps: [sampleAppCard] } }),
  'maker.list': () => ({
    ok: true,
    data: { apps: [sampleMade.drafted, sampleMade.fresh, sampleMade.declined, sampleMade.closed, sampleMade.removed] },
  }),
};

const meta: Meta<typeof MakerScreen> = {
  title: 'screens/Maker',
  component: MakerScreen,
  decorators: [withServices({ ...sampleSeed, health: {}, answers }, '/apps/make')],
  parameters: { plane: 'none' },
  args: { path: [] },
  render: (args) => (
    <AppShell>
      <MakerScreen {...args} />
    </AppShell>
  ),
};
export default meta;
type Story = StoryObj<typeof MakerScreen>;

const open = { path: [sampleMadeApp.id] };

export const DeskList: Story = { globals: { viewport: { value: 'desk' } } };
export const PhoneList: Story = { globals: { viewport: { value: 'phone' } } };
export const Desk: Story = { args: open, globals: { viewport: { value: 'desk' } } };
export const Tablet: Story = { args: open, globals: { viewport: { value: 'tablet' } } };
export const Phone: Story = { args: open, globals: { viewport: { value: 'phone' } } };
export const PhoneNew: Story = { args: { path: ['new'] }, globals: { viewport: { value: 'phone' } } };
export const PhoneIndonesian: Story = {
  args: open,
  parameters: { textScale: 1.4 },
  globals: { viewport: { value: 'phone' }, language: 'id' },
};
