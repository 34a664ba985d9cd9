import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ChatRow } from './ChatRow.tsx';
import type { ChatRowProps } from './ChatRow.tsx';

const at = (text: string) => ({ text, dateTime: '2025-10-18T19:24:00Z' });
const Row = (props: Partial<ChatRowProps> & Pick<ChatRowProps, 'title' | 'preview'>) => (
  <ChatRow
    avatarId={props.title}
    label={`${props.title}, ${props.preview.text}`}
    readerLang="en"
    href="#"
    time={at('19:24')}
    {...props}
  />
);
const message = (text: string, more: { author?: string; state?: 'waiting' | 'failed' } = {}) => ({
  kind: 'message' as const,
  text,
  ...more,
});

const meta = {
  title: 'parts/ChatRow',
  component: ChatRow,
  parameters: { width: 352 },
  args: {
    avatarId: '1',
    title: 'Ibu',
    label: 'Ibu, 3 unread',
    readerLang: 'en',
    href: '#',
    preview: message('Jangan lupa bawa jaket'),
    time: at('14:37'),
  },
} satisfies Meta<typeof ChatRow>;
export default meta;
type Story = StoryObj<typeof meta>;

const All = () => (
  <>
    <Row
      title="Jogja bareng 🛵"
      memberCount="14"
      isPinned
      isChosen
      preview={message('Vote sent 🙌 I’ll bring the big thermos', { author: 'You', state: 'waiting' })}
    />
    <Row
      title="青島みのり"
      isPinned
      isOnline
      unread={2}
      preview={message('ホテル、朝ごはん付きにしといたよ〜')}
      time={at('19:20')}
    />
    <Row
      title="Film Pelan · 慢速底片"
      shape="place"
      isMuted
      hasMention
      unread={140}
      preview={message('@Senja 這卷是 Kembang 400 嗎？', { author: '底片貓' })}
      time={at('19:11')}
    />
    <Row
      title="윤하늘"
      preview={{ kind: 'draft', word: 'Draft:', text: '그럼 토요일에 역 앞에서' }}
      time={at('18:52')}
    />
    <Row
      title="Kedai Sore"
      shape="place"
      isVerified
      unread={1}
      preview={message('Pesananmu siap diambil jam 16.30 ☕')}
      time={at('16:08')}
    />
    <Row
      title="Piket apartemen 7B"
      memberCount="6"
      isMuted
      unread={8}
      preview={message('Photo', { author: 'Bram' })}
      time={at('12:15')}
    />
    <Row title="韋婷" readerLang="zh-TW" preview={message('好喔，明天見！')} time={at('Yesterday')} />
    <Row
      title="Launch — Q3 field research"
      memberCount="31"
      preview={message('deck-final-v7.pdf', { author: 'You', state: 'failed' })}
      time={at('Yesterday')}
    />
    <Row title="Rangga Adhitama" preview={{ kind: 'typing', text: 'is typing…' }} time={at('Fri')} />
    <Row title="New group" preview={{ kind: 'quiet', text: 'Dewi made the group' }} time={at('Thu')} />
  </>
);
export const List: Story = { render: () => <All /> };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <All />
    </div>
  ),
};
export const Focus: Story = {
  render: () => (
    <>
      <Row title="Ibu" preview={message('Sudah makan?')} unread={3} />
      <Row title="Bram" preview={message('Ok')} />
    </>
  ),
  play: async () => {
    await userEvent.tab();
  },
};
export const VeryLong: Story = {
  args: {
    title: 'Panitia reuni akbar angkatan 2009 dan keluarga besar',
    memberCount: '412',
    isPinned: true,
    isMuted: true,
    hasMention: true,
    unread: 1200,
    preview: message('Mohon maaf lahir dan batin untuk semuanya, jadwal rapat kita geser', {
      author: 'Raden Mas Panji Sosrokartono',
    }),
    time: at('Yesterday'),
  },
};
export const Empty: Story = { args: { preview: { kind: 'quiet', text: '' }, time: undefined } };
export const LargeText: Story = {
  parameters: { textScale: 1.4 },
  render: () => <All />,
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  render: () => (
    <>
      <Row title="فاطمة الزهراء" isOnline isPinned unread={2} preview={message('هل وصلتم؟')} time={at('١٩:٢٤')} />
      <All />
    </>
  ),
};
/** The name begins with the words that can be seen; a right click asks for the actions. */
export const NameAndActions: Story = {
  args: { onActions: fn(), label: 'Ibu, 3 unread, Jangan lupa bawa jaket, 14:37' },
  play: async ({ args, canvasElement }) => {
    const row = within(canvasElement).getByRole('link', { name: 'Ibu, 3 unread, Jangan lupa bawa jaket, 14:37' });
    await userEvent.pointer({ target: row, keys: '[MouseRight]' });
    await expect(args.onActions).toHaveBeenCalledOnce();
  },
};
