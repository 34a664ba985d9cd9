import type { Meta, StoryObj } from '@storybook/react-vite';
import { contactState } from '#protocol/entities/contactState.ts';
import { sampleCards, sampleContact, sampleMe } from '#testing/samplePeople.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppShell } from './AppShell.tsx';
import { FriendsScreen } from './FriendsScreen.tsx';

const states = [1, 1, 1, 1, 1, contactState.hidden, contactState.blocked];
const seed: FakeSeed = {
  users: [{ id: sampleMe.id, name: sampleMe.name, pv: 1 }, ...sampleCards],
  contacts: sampleCards.slice(0, 7).map((card, index) => sampleContact(card, states[index])),
  online: sampleCards.slice(0, 2).map(({ id }) => id),
  answers: { 'contact.requests': () => ({ ok: true, data: { items: [...sampleCards.slice(7)] } }) },
};

const meta: Meta<typeof FriendsScreen> = {
  title: 'screens/Friends',
  component: FriendsScreen,
  decorators: [withServices(seed, '/friends/1002')],
  parameters: { plane: 'none' },
  render: () => (
    <AppShell>
      <FriendsScreen />
    </AppShell>
  ),
};
export default meta;
type Story = StoryObj<typeof FriendsScreen>;

export const Desk: Story = { globals: { viewport: { value: 'desk' } } };
export const Tablet: Story = { globals: { viewport: { value: 'tablet' } } };
export const PhoneProfile: Story = { globals: { viewport: { value: 'phone' } } };
export const PhoneList: Story = { parameters: { path: '/friends' }, globals: { viewport: { value: 'phone' } } };
export const NobodyChosen: Story = { parameters: { path: '/friends' }, globals: { viewport: { value: 'desk' } } };
export const NewPerson: Story = {
  parameters: { path: '/friends', seed: {} },
  globals: { viewport: { value: 'desk' } },
};
export const Me: Story = { parameters: { path: '/friends/1001' }, globals: { viewport: { value: 'desk' } } };
export const UnknownPerson: Story = { parameters: { path: '/friends/77' }, globals: { viewport: { value: 'desk' } } };
/** Adding somebody who added me moves them to the friends at once, and the list says so. */
export const AddBack: Story = {
  parameters: { path: '/friends' },
  globals: { viewport: { value: 'desk' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add Tomo' }));
    await canvas.findByText('Friends · 6');
    await canvas.findByText('Added you · 1');
  },
};
