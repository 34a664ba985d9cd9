import type { Meta, StoryObj } from '@storybook/react-vite';
import { toChatId } from '#protocol/casts.ts';
import { ChatList } from './ChatList.tsx';
import type { ListRow } from './ListRow.ts';

const row = (id: number, title: string, text: string, more: Partial<ListRow> = {}): ListRow => ({
  id: toChatId(id),
  href: `/chats/${id}`,
  avatarId: String(id),
  title,
  time: { text: '19:24', dateTime: '2025-10-17T12:24:00Z' },
  preview: { kind: 'message', text },
  label: `${title}, ${text}, 19:24`,
  ...more,
});
const rows: ListRow[] = [
  row(1, 'Jogja bareng 🛵', 'Vote sent 🙌', {
    memberCount: '14',
    isPinned: true,
    preview: { kind: 'message', author: 'You', text: 'Vote sent 🙌 I’ll bring the big thermos', state: 'waiting' },
  }),
  row(2, '青島みのり', 'ホテル、朝ごはん付きにしといたよ〜', { unread: 2, isOnline: true }),
  row(3, 'Film Pelan · 慢速底片', '這卷是 Kembang 400', { unread: 240, hasMention: true, isMuted: true }),
  row(4, '윤하늘', '', { preview: { kind: 'draft', word: 'Draft:', text: '그럼 토요일에 역 앞에서' } }),
  row(5, 'Ibu', '', { preview: { kind: 'typing', text: 'typing…' } }),
  row(6, 'Launch — Q3 field research and everything that comes after it', '', {
    preview: { kind: 'message', author: 'You', text: 'deck-final-v7.pdf', state: 'failed' },
  }),
  row(7, 'رحلة إلى الجبل', 'نلتقي عند المحطة'),
];

/** What the list needs to draw these rows. */
const draw = (shown: readonly ListRow[]) => {
  const byId = new Map(shown.map((each) => [each.id, each]));
  return { ids: shown.map(({ id }) => id), rowOf: (id: ListRow['id']) => byId.get(id) as ListRow };
};

const meta: Meta<typeof ChatList> = {
  title: 'features/chatList/ChatList',
  component: ChatList,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[640px] w-list border-e border-line">
        <Story />
      </div>
    ),
  ],
  // Rows can be reached once they are measured; accessibility is judged after that.
  play: async ({ canvas, args }) => {
    if (args.ids?.length) await canvas.findAllByRole('link');
  },
  args: {
    ...draw(rows),
    hasChats: true,
    openId: undefined,
    view: 'all',
    onView: () => undefined,
    unreadChats: 2,
    folders: [],
    hasArchive: false,
    onFolders: () => undefined,
    query: '',
    onQuery: () => undefined,
    onOpen: () => undefined,
    onActions: () => undefined,
    onNew: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof ChatList>;

export const Filled: Story = {};
export const OneOpen: Story = { args: { openId: toChatId(2) } };
export const Thousand: Story = {
  args: draw(Array.from({ length: 1000 }, (_, index) => row(index + 1, `Chat ${index + 1}`, 'Nothing new'))),
};
/** Nothing is cached yet. */
export const Loading: Story = { args: { ids: undefined } };
export const Empty: Story = { args: { ids: [], hasChats: false, unreadChats: 0 } };
export const AllRead: Story = { args: { ids: [], view: 'unread', unreadChats: 0 } };
export const NoMatch: Story = { args: { ids: [], query: 'zebra' } };
export const LargeText: Story = { parameters: { textScale: 1.4 } };
/** Folders scroll sideways; what is archived is grey. */
export const Folders: Story = {
  args: {
    view: 'folder.b',
    hasArchive: true,
    folders: [
      { id: 'a', name: 'Work', unread: 0 },
      { id: 'b', name: '家族と友だち', unread: 3 },
      { id: 'c', name: '동네 사람들', unread: 120 },
      { id: 'd', name: 'Perjalanan jauh 2026', unread: 1 },
    ],
  },
};
export const Archive: Story = {
  args: {
    view: 'archive',
    hasArchive: true,
    ...draw(rows.slice(2, 4).map((one) => Object.assign({}, one, { isMuted: true }))),
  },
};
export const EmptyArchive: Story = { args: { view: 'archive', hasArchive: true, ids: [] } };
export const EmptyFolder: Story = {
  args: { view: 'folder.a', ids: [], folders: [{ id: 'a', name: 'Work', unread: 0 }] },
};
export const WithDiscover: Story = {
  args: { onDiscover: () => undefined },
  globals: { viewport: { value: 'phone' } },
};
