import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { CardBody, CardWords } from '#protocol/entities/appCards.ts';
import { cameraCard, giftCard, longCard, queueCard, sampleCard, wholeCard } from '#testing/sampleAppCards.ts';
import { AppCard, type AppCardProps } from './AppCard.tsx';
import { MessageBubble } from './MessageBubble.tsx';
import { PictureSourceContext, type PictureSource } from './PictureSource.ts';
import type { RunPosition } from './MessageState.ts';

type StageProps = {
  cards: readonly CardBody[];
  side: 'own' | 'other';
  name?: string;
  hasPicture?: boolean;
  position?: RunPosition;
  isUnsent?: boolean;
} & Pick<AppCardProps, 'asOf' | 'canWrite' | 'onPress'>;

const drawn = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320"><rect width="320" height="320" fill="#2f5d62"/><circle cx="160" cy="150" r="70" fill="#e4ddd0"/><circle cx="160" cy="150" r="48" fill="#2a2726"/></svg>',
)}`;
const pictures: PictureSource = {
  srcOf: () => drawn,
  want: () => undefined,
  failed: () => undefined,
  subscribe: () => () => undefined,
};
const words = { edited: 'edited', unsent: 'Message unsent', retry: 'Retry', discard: 'Discard', showAll: () => 'All' };

/** Cards in their bubbles, as the timeline has them. */
function Stage({ cards, side, name, hasPicture = true, position = 'single', isUnsent = false, ...props }: StageProps) {
  return (
    <PictureSourceContext value={hasPicture ? pictures : undefined}>
      <div className="mx-auto max-w-[880px] p-4">
        {cards.map((card) => {
          const app = { id: card.app, name: name ?? 'Antre Dulu' };
          return (
            <MessageBubble
              key={card.card}
              side={side}
              position={position}
              text={card.x}
              label={`Dewi: ${card.x}`}
              labels={words}
              readerLang="en"
              {...(side === 'own' ? {} : { sender: { id: '1006', name: '韋婷', isNameShown: true } })}
              time={{ text: '19:21', dateTime: '2025-10-17T19:21' }}
              state={side === 'own' ? { kind: 'read', label: 'Read 11' } : { kind: 'sent' }}
              reactions={[{ emoji: '🎉', count: 2, isMine: true, label: '🎉 2, yours too' }]}
              isUnsent={isUnsent}
              card={(tabIndex) => <AppCard {...props} words={card.words} app={app} side={side} tabIndex={tabIndex} />}
            />
          );
        })}
      </div>
    </PictureSourceContext>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'parts/AppCard',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { cards: [queueCard], side: 'other', asOf: undefined, canWrite: true, onPress: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Live: Story = {};
export const Offline: Story = { args: { asOf: '19:21' } };
export const LiveOwn: Story = { args: { side: 'own' } };
export const OfflineOwn: Story = { args: { side: 'own', asOf: 'Nov 28, 19:21' } };
export const Chart: Story = { args: { cards: [cameraCard], name: 'Patungan' } };
export const Gift: Story = { args: { cards: [giftCard], side: 'own', name: 'Kado Bareng' } };
/** Its room is there before the picture, and stays without it. */
export const NoPictureYet: Story = { args: { cards: [giftCard, cameraCard], hasPicture: false } };
export const InARun: Story = { args: { cards: [queueCard, giftCard, cameraCard], position: 'middle' } };
export const Whole: Story = { args: { cards: [wholeCard], name: 'おちゃ便' } };
export const WholeOwn: Story = { args: { cards: [wholeCard], side: 'own', name: 'おちゃ便' } };
export const Unsent: Story = { args: { isUnsent: true } };

const marked = (tone: NonNullable<CardWords['mark']>['tone'], picture: boolean) =>
  sampleCard('kado', {
    title: picture ? `A mark over a picture, ${tone}` : `A mark, ${tone}`,
    mark: { label: 'As it stands', tone },
    ...(picture ? { picture: 'm:BBBBBBBBBBBBBBBBBBBBBB' } : {}),
  });
const tones = (['plain', 'good', 'warn', 'off'] as const).flatMap((tone) => [marked(tone, false), marked(tone, true)]);
export const Tones: Story = { args: { cards: tones } };
export const TonesOwn: Story = { args: { cards: tones, side: 'own' } };

export const OnlyATitle: Story = { args: { cards: [sampleCard('omok', { title: '오목' })], name: '오목 한 판' } };
export const Flat: Story = {
  args: { cards: [sampleCard('omok', { title: '0', line: { values: [0, 0], from: 'a', to: 'b' } })] },
};
export const VeryLong: Story = {
  args: { cards: [longCard], name: 'The Neighbourhood Laundry and Ironing Cooperative' },
};
export const VeryLongOwnPhone: Story = {
  args: { cards: [longCard], side: 'own' },
  parameters: { textScale: 1.4 },
  globals: { viewport: { value: 'phone' } },
};
export const ReadOnly: Story = {
  args: { cards: [wholeCard], canWrite: false },
  async play({ canvasElement }) {
    const write = within(canvasElement).getByRole('button', { name: /受け取ります/ });
    await expect(write).toBeDisabled();
  },
};
/** One stop for Tab; Enter goes in, a button is pressed once however often it is hit. */
export const Keyboard: Story = {
  args: { cards: [wholeCard] },
  async play({ canvasElement, args }) {
    const canvas = within(canvasElement);
    await userEvent.tab();
    await expect(canvas.getByRole('article')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: /OCHA-2210/ })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect(args.onPress).toHaveBeenCalledTimes(1);
    await expect(args.onPress).toHaveBeenCalledWith({ do: 'open', label: '開く' });
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByRole('article')).toHaveFocus();
  },
};
export const JapaneseLargeText: Story = {
  args: { cards: [wholeCard], name: 'おちゃ便', asOf: '19:21' },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const KoreanLargeText: Story = {
  args: { cards: [queueCard, wholeCard], side: 'own' },
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const Indonesian: Story = { args: { cards: [wholeCard] }, globals: { language: 'id' } };
export const TraditionalChinese: Story = { args: { cards: [wholeCard] }, globals: { language: 'zh-TW' } };
export const RightToLeft: Story = {
  args: {
    cards: [
      queueCard,
      sampleCard('antre', {
        title: 'عيادة الأسنان',
        text: 'ثلاثة قبلك',
        facts: [
          { label: 'رقمك', value: 'A-47' },
          { label: 'الآن', value: 'A-44' },
        ],
        line: { values: [5, 4, 3, 4, 2], from: 'أمس', to: 'اليوم' },
        code: { label: 'رمز', value: 'PELAN-50K' },
        buttons: [{ do: 'link', label: 'خريطة', url: 'https://maps.example' }],
      }),
    ],
  },
  parameters: { dir: 'rtl' },
};
