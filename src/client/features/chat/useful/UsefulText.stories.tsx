import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import { MessageLine } from '../lines/MessageLine.tsx';
import type { FeedItem } from '../model/FeedItem.ts';

type StageProps = { text: string; own: boolean; onSay: (text: string) => void };

/** A message in the line of a conversation; its words were written at a fixed time. */
function Stage({ text, own, onSay }: StageProps) {
  const base = useSampleLook();
  const look = { ...base, on: { ...base.on, say: onSay } };
  const item: FeedItem = {
    ...sampleLine('group', own ? 'group picture' : '車票錢'),
    ...{ key: 'useful', position: 'single', text, mentions: [], replyTo: undefined },
    at: new Date(2026, 10, 10, 12, 0).getTime(),
  };
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      <MessageLine item={item} look={look} place={1} total={1} isActive isFound={false} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/UsefulText',
  component: Stage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({})],
  args: { text: 'Review on 14 November, 17:42, at 221B Baker Street. Bring the notes!', own: false, onSay: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Other: Story = {
  async play({ args, canvas, canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    const line = await canvas.findByRole('article');
    const before = line.getBoundingClientRect().height;
    await userEvent.click(await canvas.findByRole('button', { name: '14 November, 17:42' }));
    // Under its words there is a line, and nothing else has moved.
    await expect(line.getBoundingClientRect().height).toBe(before);
    await expect(await page.findByRole('menu')).toHaveTextContent(/Saturday.*14.*2026.*17:42/);
    await userEvent.click(page.getByRole('menuitem', { name: /Add to calendar/ }));
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith('Calendar file saved'));
  },
};
/** The map is a page of others: it is asked about first. */
export const Address: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await canvas.findByRole('button', { name: '221B Baker Street' }));
    await userEvent.click(await page.findByRole('menuitem', { name: 'Open map' }));
    await expect(await page.findByRole('button', { name: 'Open' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
  },
};
export const Own: Story = { args: { own: true, text: 'Besok jam 9 aku jemput Ibu di Jl. Melati No. 7 ya' } };
/** By keyboard: into the message, to the words, and their menu. */
export const ByKeyboard: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    await canvas.findByRole('button', { name: '14 November, 17:42' });
    (await canvas.findByRole('article')).focus();
    await userEvent.keyboard('{Enter}');
    const words = canvas.getByRole('button', { name: '14 November, 17:42' });
    await waitFor(() => expect(words).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    await expect(await page.findByRole('menu')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(words).toHaveFocus());
  },
};
export const Japanese: Story = {
  args: { text: '集合は11月14日 10時、〒150-0041 東京都渋谷区神南1-19-11 です' },
  globals: { language: 'ja' },
};
export const Korean: Story = {
  args: { text: '토요일 오전 7시, 서울특별시 중구 세종대로 110 앞에서 만나요', own: true },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const Chinese: Story = {
  args: { text: '12月5日 14:00 在暗房集合，高雄市鹽埕區大勇路1號' },
  globals: { language: 'zh-TW' },
};
export const Indonesian: Story = {
  args: { text: 'Kumpul di Jl. Medan Merdeka Timur No. 1, Jumat 14 November jam 06.30 ya' },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
