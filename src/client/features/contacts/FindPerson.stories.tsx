import type { Meta, StoryObj } from '@storybook/react-vite';
import type { UserCard } from '#protocol/entities/user.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleCards, sampleContact, sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { FindPerson } from './FindPerson.tsx';

const nothing = () => {};
const [minori, , , , , , , tomo] = sampleCards;
if (!minori || !tomo) throw new Error('sample people are missing');

const answering = (find: FakeAnswers['user.find']) => ({ seed: { answers: { 'user.find': find } } });
const finding = (user: UserCard) => answering(() => ({ ok: true, data: { user } }));

const meta: Meta<typeof FindPerson> = {
  title: 'features/contacts/FindPerson',
  component: FindPerson,
  decorators: [withServices({}, '/friends')],
  args: {
    initialHandle: 'tomo',
    contacts: new Map([[minori.id, sampleContact(minori)]]),
    onMeet: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof FindPerson>;

/** Presses "Find" and waits for what comes of it. */
const findThen =
  (outcome: RegExp): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Find' }));
    await canvas.findByText(outcome);
  };

export const Found: Story = { parameters: finding(tomo), play: findThen(/^Add Tomo$/) };
export const Friend: Story = {
  args: { initialHandle: 'minori.ao' },
  parameters: finding(minori),
  play: findThen(/already your friend/i),
};
export const Myself: Story = {
  args: { initialHandle: 'dewi' },
  parameters: finding(sampleMe),
  play: findThen(/^That is you/),
};
export const Nobody: Story = {
  parameters: answering(() => ({ ok: false, code: 'NOT_FOUND' })),
  play: findThen(/nobody has the id @tomo/i),
};
export const TooOften: Story = {
  parameters: answering(() => ({ ok: false, code: 'RATE', retry: 9_000 })),
  play: findThen(/in 9 seconds/i),
};
export const Offline: Story = { play: findThen(/cannot be reached/i) };
export const Searching: Story = {
  parameters: answering(() => new Promise(() => {})),
  async play({ canvas, userEvent }) {
    const button = await canvas.findByRole('button', { name: 'Find' });
    await userEvent.click(button);
    if (button.ariaBusy !== 'true') throw new Error('the search does not show');
  },
};
