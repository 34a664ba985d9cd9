import type { Meta, StoryObj } from '@storybook/react-vite';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { filmPelan, sampleCommunities, samplePeek } from '#testing/samplePlaces.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppShell } from './AppShell.tsx';
import { DiscoverScreen } from './DiscoverScreen.tsx';

const seed: FakeSeed = {
  ...sampleSeed,
  health: {},
  answers: {
    'community.find': () => ({ ok: true, data: { items: [samplePeek.card, ...sampleCommunities] } }),
    'community.peek': () => ({ ok: true, data: samplePeek }),
    'community.join': () => ({ ok: false, code: 'NAME_TAKEN' }),
  },
};

const meta: Meta<typeof DiscoverScreen> = {
  title: 'screens/Discover',
  component: DiscoverScreen,
  decorators: [withServices(seed, '/discover')],
  parameters: { plane: 'none' },
  render: (args) => (
    <AppShell>
      <DiscoverScreen {...args} />
    </AppShell>
  ),
};
export default meta;
type Story = StoryObj<typeof DiscoverScreen>;

const open = { args: { chatId: filmPelan }, parameters: { path: `/discover/${filmPelan}` } };

export const Desk: Story = { ...open, globals: { viewport: { value: 'desk' } } };
export const Tablet: Story = { ...open, globals: { viewport: { value: 'tablet' } } };
export const TabletList: Story = { globals: { viewport: { value: 'tablet' } } };
export const PhoneList: Story = { globals: { viewport: { value: 'phone' } } };
export const PhonePreview: Story = { ...open, globals: { viewport: { value: 'phone' } } };
export const Founding: Story = {
  args: { isNew: true },
  parameters: { path: '/discover/new' },
  globals: { viewport: { value: 'desk' } },
};
export const Offline: Story = {
  parameters: { seed: { ...seed, answers: {} } },
  globals: { viewport: { value: 'desk' } },
};
/** Somebody there has the name: it is said at the field, and nothing else is lost. */
export const NameTaken: Story = {
  ...open,
  globals: { viewport: { value: 'desk' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Join' }));
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja');
    await userEvent.click(canvas.getByRole('checkbox', { name: /read the rules/ }));
    await userEvent.keyboard('{Enter}');
    const [, join] = await canvas.findAllByRole('button', { name: 'Join' });
    if (join) await userEvent.click(join);
    await canvas.findByText(/already has this name/);
  },
};
