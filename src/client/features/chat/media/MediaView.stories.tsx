import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaBody, MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { OutboxEntry, UploadRow } from '#sync/changes.ts';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { createFakeServices } from '#testing/fakeServices.ts';
import { sampleFile, samplePhoto, sampleVideo, sampleVoice, sendingMedia } from '#testing/sampleMedia.ts';
import { sampleCards, sampleMe, sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { ServicesContext } from '#client/context.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { MessageLine } from '../lines/MessageLine.tsx';
import { toFeed } from '../model/toFeed.ts';
import { mediaRoom } from './mediaRoom.ts';

type StageProps = {
  /** a message that has arrived */
  body?: Omit<MediaBody, 'f'> & { f: MediaPart[] };
  isOwn?: boolean;
  /** a message on its way */
  sending?: { entry: OutboxEntry; uploads: UploadRow[] };
  onOpenMedia: () => void;
};

const sari = sampleCards.find(({ name }) => name.includes('Sari'))?.id ?? 2;

function Stage({ body, isOwn = false, sending, onOpenMedia }: StageProps) {
  const services = createFakeServices({ uploads: sending?.uploads ?? [] });
  const base = useSampleLook();
  const look = { ...base, on: { ...base.on, openMedia: onOpenMedia } };
  const row = {
    ...buildRow(5, { k: messageKind.media, u: toMemberId(isOwn ? sampleMe.id : sari), at: sampleNow }),
    ...(body ? { b: body } : {}),
    c: toChatId(1),
  };
  const [item] = toFeed({
    messages: body ? [row] : [],
    pending: sending ? [{ ...sending.entry, at: sampleNow }] : [],
    overlays: new Map(),
    holes: [],
    unreadFrom: undefined,
    atEnd: true,
    me: sampleMe.id,
  });
  if (!item) return null;
  return (
    <ServicesContext value={services}>
      <div role="feed" aria-label="Chat" aria-busy="false" className="w-full max-w-150 bg-surface-sunken p-3">
        <MessageLine item={item} look={look} place={1} total={1} isActive isFound={false} />
      </div>
    </ServicesContext>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/MediaView',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { onOpenMedia: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const photos = (count: number): MediaPart[] => Array.from({ length: count }, (_, at) => samplePhoto(`sawah-${at}`));

export const OnePhoto: Story = {
  args: { body: { f: [samplePhoto('merapi')] } },
  /** The room that is kept before the code is there is what the grid then takes. */
  async play({ canvas, args }) {
    const group = await canvas.findByRole('group');
    const { height } = group.getBoundingClientRect();
    await expect(Math.round(height)).toBe(mediaRoom({ k: messageKind.media, b: args.body ?? {} }));
    await userEvent.click(canvas.getByRole('button', { name: /Photo 1/ }));
    await expect(args.onOpenMedia).toHaveBeenCalledOnce();
  },
};
export const Portrait: Story = { args: { body: { f: [samplePhoto('tall', { w: 900, h: 1_900 })] } } };
export const Own: Story = { args: { body: { f: [samplePhoto('merapi')], x: 'Still here!' }, isOwn: true } };
export const Two: Story = { args: { body: { f: photos(2) } } };
export const Three: Story = { args: { body: { f: photos(3), x: '宿の前の田んぼ。夕方がいちばんきれいでした' } } };
export const Four: Story = { args: { body: { f: photos(4) } } };
export const Nine: Story = { args: { body: { f: photos(9), x: 'Everything from the second day' } } };
export const Video: Story = { args: { body: { f: [sampleVideo('jeep')] } } };
export const Mixed: Story = {
  args: {
    body: {
      f: [samplePhoto('pasar'), sampleVideo('jeep'), sampleFile('Rencana perjalanan ke Yogyakarta dan Solo.pdf')],
    },
  },
};
export const Files: Story = {
  args: {
    body: {
      f: [sampleFile('arsip-2019.zip', 96_000_000), sampleFile('hitungan.xlsx', 41_000), sampleFile('音声メモ.m4a')],
    },
  },
};
export const Voice: Story = {
  args: { body: { f: [sampleVoice('ferry')] } },
  /** The room that is kept before the code is there is what it then takes. */
  async play({ canvas, args }) {
    const button = await canvas.findByRole('button', { name: /^Play voice message, 0:23, not played yet/ });
    const height = button.closest('[style*="content-h"]')?.getBoundingClientRect().height ?? 0;
    await expect(Math.round(height)).toBe(mediaRoom({ k: messageKind.media, b: args.body ?? {} }));
    await userEvent.click(button);
    await canvas.findByRole('button', { name: /^Pause voice message/ });
  },
};
export const OwnVoiceGoing: Story = {
  args: { sending: sendingMedia([sampleVoice('ferry')], [{ state: 'going', share: 0.4 }]) },
};
export const NotOnThisDevice: Story = { args: { body: { f: [samplePhoto('lost-one'), samplePhoto('lost-two')] } } };
export const Waiting: Story = { args: { sending: sendingMedia(photos(1), [{}]) } };
export const Going: Story = {
  args: {
    sending: sendingMedia(
      photos(4),
      [{ state: 'up', share: 1 }, { state: 'going', share: 0.6 }, { state: 'going', share: 0.2 }, {}],
      { x: 'Sunrise' },
    ),
  },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '45'));
    await expect(canvas.getByRole('button', { name: 'Pause Photo 2 of 4' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Send Photo 4 of 4 first' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Pause Photo 1 of 4' })).toBeNull();
  },
};
export const Paused: Story = {
  args: {
    sending: sendingMedia(photos(2), [
      { share: 0.4, paused: 1 },
      { share: 0.1, paused: 1 },
    ]),
  },
};
export const FilesGoing: Story = {
  args: {
    sending: sendingMedia(
      [sampleFile('rekaman-rapat.mov', 96_000_000), sampleFile('arsip-2019.zip'), sampleFile('kota.pdf')],
      [{ state: 'going', share: 0.3 }, { share: 0.5, paused: 1 }, {}],
    ),
  },
};
export const Refused: Story = {
  args: {
    sending: sendingMedia(
      photos(2),
      [
        { state: 'failed', err: 'NOT_A_PICTURE' },
        { state: 'up', share: 1 },
      ],
      {
        state: 'failed',
        err: 'NOT_A_PICTURE',
      },
    ),
  },
  /** What can never be sent has no "try again". */
  async play({ canvas }) {
    await canvas.findByText(/not a picture that can be read/);
    await expect(canvas.queryByRole('button', { name: /again/i })).toBeNull();
    await expect(canvas.getByRole('button', { name: /Do not send Photo 1/ })).toBeVisible();
  },
};
export const SpaceUsedUp: Story = {
  args: {
    sending: sendingMedia([sampleFile('arsip-2019.zip')], [{ state: 'failed', err: 'QUOTA' }], {
      state: 'failed',
      err: 'QUOTA',
    }),
  },
};
export const RightToLeft: Story = {
  args: { body: { f: [...photos(3), sampleFile('خطة الرحلة.pdf')], x: 'صباح الخير' } },
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
};
