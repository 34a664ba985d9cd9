import { toChatId } from '#protocol/casts.ts';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { userEvent, within } from 'storybook/test';
import { haneulWindow, jogjaWindow } from '#testing/sampleChats.ts';
import { sampleCards, sampleMe, sampleNow } from '#testing/samplePeople.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { Conversation } from './Conversation.tsx';
import type { ConversationProps } from './ConversationProps.ts';
import { FeedSizes } from './feed/feedRange.ts';
import type { FeedHeadProps } from './feed/FeedHead.tsx';
import { toFeed } from './model/toFeed.ts';

type StageProps = {
  state: ChatWindowState;
  isDm: boolean;
  head: FeedHeadProps['state'];
  opensAt: 'end' | 'unread' | 'middle';
  isLive?: boolean;
  back?: ConversationProps['back'];
};

/** A conversation from a window's state, without a server behind it. */
function Stage({ state, isDm, head, opensAt, isLive = true, back }: StageProps) {
  const { t, i18n } = useTranslation();
  const [items] = useState(() => toFeed({ ...state, me: sampleMe.id }));
  const sizes = useMemo(() => new FeedSizes(), []);
  const nameOf = (mid: number) => sampleCards.find(({ id }) => (id as number) === mid)?.name ?? sampleMe.name;
  const unread = items.find(({ isFirstUnread }) => isFirstUnread);
  const middle = items[Math.floor(items.length / 2)];
  const goal = opensAt === 'unread' ? unread : opensAt === 'middle' ? middle : undefined;
  const nothing = () => undefined;
  return (
    <div className="flex h-dvh flex-col">
      <Conversation
        items={items}
        look={{
          t,
          c: toChatId(1),
          language: i18n.language,
          me: sampleMe.id,
          isDm,
          canWrite: true,
          today: '2025-10-17',
          nameOf,
          faceOf: String,
          receipts: state.receipts,
          peerRead: state.peerRead,
          isLive,
        }}
        title="Jogja bareng 🛵"
        opensAt={goal ? { key: goal.key, place: opensAt === 'unread' ? 'start' : 'center' } : 'end'}
        foundKey={opensAt === 'middle' ? middle?.key : undefined}
        sizes={sizes}
        head={{
          state: head,
          startText: t('chat.startGroup'),
          labels: { loading: t('chat.loadingOlder'), problem: t('chat.problem'), tryAgain: t('chat.tryAgain') },
          onTryAgain: nothing,
        }}
        readSeq={0}
        atStart={head === 'start'}
        atEnd
        isLoading={head === 'loading'}
        now={() => sampleNow}
        onReact={nothing}
        onAct={nothing}
        onSay={nothing}
        onUnsend={nothing}
        onHide={nothing}
        loadVersions={async () => [
          { x: 'Saturday at eight, then. In front of the station', at: sampleNow - 3_600_000 },
        ]}
        onLoadOlder={nothing}
        onLoadNewer={nothing}
        onSee={nothing}
        onJump={nothing}
        unread={0}
        onLine={nothing}
        onDepart={nothing}
        back={back}
        onBack={nothing}
        onArrive={nothing}
      />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/Conversation',
  component: Stage,
  parameters: { plane: 'none' },
  args: { state: jogjaWindow, isDm: false, head: 'start', opensAt: 'end' },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const long: ChatWindowState = {
  ...jogjaWindow,
  messages: Array.from({ length: 400 }, (_, index) => {
    const [row] = jogjaWindow.messages.slice(2 + (index % 12), 3 + (index % 12));
    return { ...(row as ChatWindowState['messages'][number]), s: index + 1, i: `${index}` as never };
  }),
};

export const Group: Story = {};
export const FromUnread: Story = { args: { opensAt: 'unread' } };
export const Direct: Story = { args: { state: haneulWindow, isDm: true } };
export const Found: Story = { args: { state: long, opensAt: 'middle', head: 'more' } };
/** A gap between messages that counts itself, while the server answers, and half filled. */
export const Gap: Story = {
  args: {
    state: {
      ...jogjaWindow,
      messages: jogjaWindow.messages.filter(({ s }) => s < 5 || s > 9),
      holes: [{ from: 5, to: 9 }],
    },
  },
};
export const GapOffline: Story = { args: { ...Gap.args, isLive: false } };
/** After a jump: the way back beside the way down. */
export const WayBack: Story = {
  args: { state: long, opensAt: 'middle', head: 'more', back: { key: 'gone', seq: undefined, top: 0 } },
};
export const Loading: Story = { args: { state: { ...jogjaWindow, messages: [], pending: [] }, head: 'loading' } };
export const Problem: Story = {
  args: { state: { ...jogjaWindow, messages: jogjaWindow.messages.slice(0, 4), pending: [] }, head: 'problem' },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const LargeText: Story = { parameters: { textScale: 1.4 } };
/** The menu of a message, by keyboard. */
export const Menu: Story = {
  play: async ({ canvasElement }) => {
    const message = await within(canvasElement).findByRole('article', { name: /Sudah kupesan/u });
    message.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(await within(message).findByRole('button', { name: 'More actions' }));
    await within(document.body).findByRole('menu');
  },
};
/** What an edited message said before. */
export const Versions: Story = {
  play: async ({ canvasElement }) => {
    const message = await within(canvasElement).findByRole('article', { name: /Oh wow/u });
    message.focus();
    await userEvent.click(await within(message).findByRole('button', { name: 'More actions' }));
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Earlier versions' }));
    await within(document.body).findByRole('dialog', { name: 'Earlier versions' });
  },
};
