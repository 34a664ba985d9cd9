import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { toAppId, toChatId } from '#protocol/casts.ts';
import { longCard, queueCard, sampleCard } from '#testing/sampleAppCards.ts';
import { sampleChats } from '#testing/sampleChats.ts';
import { sampleCards, sampleContact, sampleNow } from '#testing/samplePeople.ts';
import { filmChat } from '#testing/samplePlaces.ts';
import { ShareSheet } from './ShareSheet.tsx';
import { shareTargets } from '#client/stores/shareTargets.ts';
import type { ShareTarget } from '#domain/shareTargets.ts';

const bill = sampleCard('patungan', { title: 'Makan malam · Rp 1.288.000', text: '14 people · Rp 92.000 each' });
const walks = {
  ...filmChat,
  c: toChatId(2_400),
  meta: { ...filmChat.meta, title: '週末さんぽ部', set: { ro: 1 as const } },
};
const chats = [...sampleChats, filmChat, walks];
const targets = shareTargets({
  list: { chats: new Map(chats.map((chat) => [chat.c, chat])), order: chats.map(({ c }) => c) },
  people: {
    users: new Map(sampleCards.map((card) => [card.id, card])),
    contacts: new Map(sampleCards.map((card) => [card.id, sampleContact(card)])),
    presence: new Map(sampleCards.slice(0, 3).map((card) => [card.id, { state: 1 as const }])),
  },
  language: 'en',
  now: sampleNow,
});
const pick = (count: number): ReadonlyMap<string, ShareTarget> =>
  new Map(targets.recent.slice(0, count).map((target) => [target.key, target]));
const none = { recent: [], communities: [], people: [] };

const meta: Meta<typeof ShareSheet> = {
  title: 'features/miniApps/ShareSheet',
  component: ShareSheet,
  parameters: { plane: 'sunken' },
  args: {
    app: { id: toAppId('patungan'), name: 'Patungan' },
    shared: { kind: 'ready', body: bill },
    outcome: { kind: 'open' },
    targets,
    names: new Map([[filmChat.c, 'Lampu Merah']]),
    chosen: pick(2),
    max: 20,
    note: '',
    onNote: fn(),
    onToggle: fn(),
    onAgain: fn(),
    onSend: fn(),
    onClose: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof ShareSheet>;

const phone = { globals: { viewport: { value: 'phone' } } };

export const Chosen: Story = { args: { note: 'Yang belum bayar, aku lihat 👀' } };
export const Phone: Story = { ...phone, args: { note: 'Yang belum bayar, aku lihat 👀' } };
export const NothingChosen: Story = { args: { chosen: pick(0) } };
export const Loading: Story = { args: { shared: { kind: 'loading' }, chosen: pick(0) } };
export const Expired: Story = { args: { shared: { kind: 'expired' } } };
export const Offline: Story = { args: { shared: { kind: 'offline' } } };
export const Problem: Story = { args: { shared: { kind: 'problem', text: 'Please wait 20 seconds.' } } };
export const Sending: Story = { args: { outcome: { kind: 'sending' } } };
export const NotSent: Story = {
  args: { outcome: { kind: 'problem', text: 'None of these chats took the card. Nothing was sent.' } },
};
export const SomeRefused: Story = { args: { outcome: { kind: 'some', sent: 2, of: 3 } } };
export const Full: Story = { args: { max: 2 } };
export const NoChats: Story = { args: { targets: none, chosen: pick(0) } };
export const LongCard: Story = {
  ...phone,
  args: {
    shared: { kind: 'ready', body: longCard },
    app: { id: toAppId('long-name'), name: 'The Neighbourhood Laundry' },
  },
};
/** A name that is typed leaves those that have it; what takes nothing says why. */
export const Search: Story = {
  args: { shared: { kind: 'ready', body: queueCard } },
  async play({ canvasElement, args }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.type(page.getByRole('searchbox'), 'さんぽ');
    await expect(page.getByRole('button', { name: '週末さんぽ部' })).toBeDisabled();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.clear(page.getByRole('searchbox'));
    await userEvent.type(page.getByRole('searchbox'), 'jogja');
    await userEvent.click(page.getByRole('checkbox', { name: /Jogja/ }));
    await expect(args.onToggle).toHaveBeenCalledTimes(1);
  },
};
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const KoreanLargeText: Story = {
  args: { shared: { kind: 'expired' } },
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
