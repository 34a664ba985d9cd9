import type { Meta, StoryObj } from '@storybook/react-vite';
import { Reply } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { MessageBubble } from './MessageBubble.tsx';
import type { MessageBubbleProps } from './MessageBubbleProps.ts';
import { MessageToolbar } from './MessageToolbar.tsx';

const LABELS = {
  edited: 'edited',
  unsent: 'Message unsent',
  retry: 'Retry',
  discard: 'Discard',
  showAll: (hidden: number) => (hidden > 0 ? `Show all, ${hidden} more paragraphs` : 'Show all'),
};
const SARI = { id: 'sari', name: 'Sari Wulandari', isNameShown: true };
const MINORI = { id: 'minori', name: '青島みのり', isNameShown: true };
const at = (text: string) => ({ text, dateTime: `2025-10-17T${text}` });

const toolbar = (tabIndex: 0 | -1) => (
  <MessageToolbar
    label="Message actions"
    tabIndex={tabIndex}
    quick={[
      { emoji: '❤️', label: 'React with a heart' },
      { emoji: '😂', label: 'React with laughter' },
    ]}
    onReact={fn()}
    reactLabel="React"
    onOpenReactions={fn()}
    actions={[{ id: 'reply', icon: Reply, label: 'Reply', isMirrored: true, onClick: fn() }]}
    moreLabel="More"
    onMore={fn()}
  />
);
const B = (props: Partial<MessageBubbleProps> & { text: string }) => (
  <MessageBubble
    side="other"
    position="single"
    sender={props.side === 'own' ? undefined : SARI}
    label={`Sari Wulandari: ${props.text}`}
    labels={LABELS}
    readerLang="en"
    {...props}
  />
);
const REACTIONS = [
  { emoji: '🎉', count: 7, isMine: true, label: '🎉 7, yours too' },
  { emoji: '❤️', count: 4, isMine: false, label: '❤️ 4' },
  { emoji: '🙏', count: 1, isMine: false, label: '🙏 1' },
];

const meta = {
  title: 'parts/MessageBubble',
  component: MessageBubble,
  parameters: { plane: 'sunken', width: 872 },
  args: {
    side: 'other',
    position: 'single',
    text: 'Kereta jam 7 pagi dari Gambir ya',
    label: 'Sari Wulandari: Kereta jam 7 pagi dari Gambir ya, 21:38',
    labels: LABELS,
    readerLang: 'en',
    sender: SARI,
    time: at('21:38'),
  },
} satisfies Meta<typeof MessageBubble>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Conversation: Story = {
  render: () => (
    <>
      <B position="first" text="Kereta jam 7 pagi dari Gambir ya, sampai Jogja sekitar jam 1 siang" />
      <B
        position="last"
        text="Sudah kupesan 14 kursi, satu gerbong semua 🚃"
        time={at('21:38')}
        reactions={REACTIONS}
        onReact={fn()}
      />
      <B position="first" sender={MINORI} text="去年の写真が出てきた！" />
      <B position="middle" sender={MINORI} text="朝焼けのお寺、みんなで見たいなあ" />
      <B
        position="last"
        sender={MINORI}
        text="https://kabar.example/album/2024?from=a-very-long-link-that-has-no-place-to-break-but-must-not-widen-the-pane"
        time={at('21:40')}
      />
      <B side="own" position="first" text="Oh wow, the first one" />
      <B
        side="own"
        position="last"
        text="That’s our group picture from now on ✨"
        time={at('21:42')}
        state={{ kind: 'read', label: 'Read 12' }}
      />
      <B
        text="@Dewi jangan lupa termosnya ya 😄 @Minori juga"
        mentions={[{ name: 'Dewi', isMe: true }, { name: 'Minori' }]}
        time={at('21:44')}
      />
    </>
  ),
};
export const Toolbar: Story = {
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
  render: () => (
    <>
      <B text="jangan lupa termosnya ya 😄" time={at('19:18')} toolbar={toolbar} />
      <B side="own" text="Siap!" time={at('19:19')} toolbar={toolbar} />
    </>
  ),
  // It is made when a pointer comes; then it stays, and the decorator shows both at once.
  play: async ({ canvasElement }) => {
    for (const message of within(canvasElement).getAllByRole('article')) await userEvent.hover(message);
    await expect(canvasElement.querySelectorAll('[role="toolbar"]')).toHaveLength(2);
  },
};
export const ToolbarNarrow: Story = { ...Toolbar, parameters: { width: 460 } };
export const Focus: Story = {
  render: () => (
    <>
      <B text="One tab stop" time={at('19:18')} toolbar={toolbar} />
      <B side="own" text="🥳" />
    </>
  ),
  play: async () => {
    await userEvent.tab();
  },
};
/** Enter goes in, Tab walks inside, Escape comes out; from outside it is one stop. */
export const KeyboardInside: Story = {
  render: () => (
    <>
      <B text="See https://kabar.example now" reactions={REACTIONS} onReact={fn()} toolbar={toolbar} />
      <B side="own" text="Next" />
    </>
  ),
  play: async ({ canvasElement }) => {
    const [first, second] = within(canvasElement).getAllByRole('article');
    await userEvent.tab();
    await expect(first).toHaveFocus();
    await userEvent.tab();
    await expect(second).toHaveFocus();
    first?.focus();
    await userEvent.keyboard('{Enter}');
    await expect(within(canvasElement).getByRole('link')).toHaveFocus();
    await userEvent.tab();
    await expect(first?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect(first).toHaveFocus();
  },
};
export const States: Story = {
  render: () => (
    <>
      <B side="own" position="first" text="Sent" time={at('09:41')} />
      <B side="own" position="middle" text="Waiting" state={{ kind: 'waiting', label: 'Waiting for the connection' }} />
      <B
        side="own"
        position="last"
        text="Failed"
        state={{ kind: 'failed', reason: 'Not sent: you are no longer in this group.', onDiscard: fn() }}
      />
      <B
        side="own"
        text="Failed, may be tried again"
        state={{ kind: 'failed', reason: 'Not sent.', onRetry: fn(), onDiscard: fn() }}
      />
      <B side="own" text="Read in a 1:1 chat" time={at('09:42')} state={{ kind: 'read', label: 'Read' }} />
      <B side="own" text="Saturday at nine, then. In front of the bakery" isEdited time={at('09:43')} />
      <B position="first" text="" isUnsent />
      <B side="own" position="last" text="" isUnsent time={at('09:44')} />
      <B text="Found by search" isFound time={at('09:45')} />
    </>
  ),
};
export const Emoji: Story = {
  render: () => (
    <>
      <B position="first" text="🥳" />
      <B position="middle" text="🚲🌾✨" reactions={REACTIONS} onReact={fn()} />
      <B position="last" text="🚲🌾✨🎉" time={at('19:58')} />
      <B side="own" text="❤️" time={at('19:59')} />
    </>
  ),
};
const LONG = Array.from(
  { length: 14 },
  (_, index) =>
    `${index + 1}. ホテルは駅から歩いて七分、朝ごはん付きにしといたよ。自転車は一人一台、雨の日は屋根つきの車を出してくれる。`,
).join('\n');
export const VeryLong: Story = {
  render: () => <B text={LONG} sender={MINORI} time={at('19:52')} />,
  play: async ({ canvasElement }) => {
    const article = within(canvasElement).getByRole('article');
    const before = article.getBoundingClientRect().height;
    await userEvent.click(within(canvasElement).getByRole('button', { name: /Show all, \d+ more/u }));
    await expect(article.getBoundingClientRect().height).toBeGreaterThan(before);
  },
};
export const VeryLongClosed: Story = { render: () => <B text={LONG} sender={MINORI} time={at('19:52')} /> };
export const VeryLongName: Story = {
  parameters: { width: 328 },
  render: () => (
    <B
      sender={{ id: 'x', name: 'Raden Mas Panji Sosrokartono Kusumaningrat Adiwijaya', isNameShown: true }}
      text="Pneumonoultramicroscopicsilicovolcanoconiosis-tanpa-tempat-untuk-memotong-baris"
      time={at('19:52')}
    />
  ),
};
export const Phone: Story = { ...Conversation, parameters: { width: 360 }, globals: { viewport: { value: 'phone' } } };
export const LargeText: Story = {
  ...Conversation,
  parameters: { width: 360, textScale: 1.4 },
};
export const Languages: Story = {
  render: () => (
    <>
      <B
        sender={{ id: 'a', name: '윤하늘', isNameShown: true }}
        text="토요일 아침 9시, 역 앞 빵집에서 만나요. 빵집이 아홉 시에 열어요"
        time={at('18:50')}
      />
      <B
        sender={{ id: 'b', name: '韋婷', isNameShown: true }}
        text="太好了！車票錢我先轉給妳，再跟我說一個人多少喔 🙏"
        readerLang="zh-TW"
        time={at('18:51')}
      />
      <B sender={MINORI} text="もうすぐ！直前でごめん、今から出ます" time={at('18:52')} />
    </>
  ),
};
export const RightToLeft: Story = { ...States, parameters: { dir: 'rtl' } };
export const RightToLeftTalk: Story = {
  parameters: { dir: 'rtl' },
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
  render: () => (
    <>
      <B
        text="مرحبا، هل وصلتم؟"
        sender={{ id: 'f', name: 'فاطمة', isNameShown: true }}
        time={at('09:41')}
        toolbar={toolbar}
        reactions={REACTIONS}
        onReact={fn()}
      />
      <B
        side="own"
        text="نعم، قبل قليل"
        time={at('09:42')}
        state={{ kind: 'read', label: 'مقروءة' }}
        toolbar={toolbar}
      />
    </>
  ),
};
