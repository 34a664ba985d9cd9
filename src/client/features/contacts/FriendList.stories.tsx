import type { Meta, StoryObj } from '@storybook/react-vite';
import { contactState } from '#protocol/entities/contactState.ts';
import { toUserId } from '#protocol/casts.ts';
import { sampleCards, sampleContact, sampleMe } from '#testing/samplePeople.ts';
import { FriendList } from './FriendList.tsx';
import { friendSections, type FriendRowsInput, type SectionName } from './friendRows.ts';

const states = [1, 1, 1, contactState.blocked, 1, contactState.hidden, 1, 1];
const contacts = sampleCards.slice(0, 7).map((card, index) => sampleContact(card, states[index]));
const input: FriendRowsInput = {
  contacts,
  requests: sampleCards.slice(7),
  unfolded: new Set<SectionName>(),
  query: '',
  language: 'en',
};
const many = Array.from({ length: 2_000 }, (_, index) => {
  const card = sampleCards[index % sampleCards.length];
  return sampleContact({ id: toUserId(10_000 + index), name: `${card?.name} ${index}`, pv: 1 });
});

const meta: Meta<typeof FriendList> = {
  title: 'features/contacts/FriendList',
  component: FriendList,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[720px] w-list border-e border-line">
        <Story />
      </div>
    ),
  ],
  args: {
    me: sampleMe,
    sections: friendSections(input),
    hasFriends: true,
    online: new Set([1_002, 1_003]),
    chosenId: undefined,
    query: '',
    onQuery: () => {},
    onFold: () => {},
    onFind: () => {},
    onAdd: () => {},
    hrefOf: (id) => `/friends/${id}`,
    follow: () => (event) => event.preventDefault(),
  },
};
export default meta;
type Story = StoryObj<typeof FriendList>;

export const Full: Story = {};
export const Chosen: Story = { args: { chosenId: 1_002 } };
export const Unfolded: Story = {
  args: { sections: friendSections({ ...input, unfolded: new Set(['hidden', 'blocked'] as const) }) },
};
export const Searching: Story = { args: { query: 'mi', sections: friendSections({ ...input, query: 'mi' }) } };
export const NobodyFound: Story = { args: { query: 'kabar.fan', sections: [] } };
export const NoFriends: Story = { args: { sections: [], hasFriends: false } };
export const Loading: Story = { args: { sections: undefined } };
/** Two thousand friends: only what is in sight is in the page, and End goes to the last of them. */
export const TwoThousand: Story = {
  args: { sections: friendSections({ ...input, contacts: many, requests: [] }) },
  async play({ canvas, canvasElement, userEvent }) {
    const first = await canvas.findByRole('link', { name: /Dewi/ });
    first.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => canvasElement.querySelector('[aria-posinset="2001"] a') === document.activeElement);
    const drawn = canvasElement.querySelectorAll('[data-row]').length;
    if (drawn > 60) throw new Error(`${drawn} rows are in the page`);
  },
};

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 120 && !isSo(); round += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  if (!isSo()) throw new Error('the last friend does not have the focus');
}
