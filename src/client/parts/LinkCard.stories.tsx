import type { Meta, StoryObj } from '@storybook/react-vite';
import { LinkCard, type LinkCardProps } from './LinkCard.tsx';

const hills = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"><rect width="640" height="320" fill="#bcd7de"/><path d="M0 220 190 110 330 220 460 140 640 240V320H0Z" fill="#4d8a76"/></svg>')}`;
const picture = { src: hills, onBroken: () => undefined };

function Stage({ isOwn, height, ...props }: LinkCardProps & { isOwn: boolean; height: number }) {
  return (
    <div
      className={isOwn ? 'bg-bubble-own text-bubble-own-ink' : 'bg-bubble-other text-ink'}
      style={{ width: 320, maxWidth: '100%', height }}
    >
      <LinkCard {...props} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'parts/LinkCard',
  component: Stage,
  parameters: { plane: 'sunken', width: 360 },
  args: {
    isOwn: false,
    height: 260,
    href: 'https://rumahpadi.example/rooms?from=chat',
    title: 'Rumah Padi, a guesthouse in the rice terraces',
    text: 'Six rooms, shared kitchen, bicycles for guests. Twenty minutes from the station.',
    picture,
    spoken: { before: 'Link:', after: 'opens in a new tab' },
    tabIndex: 0,
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const WithPicture: Story = {};
export const Own: Story = { args: { isOwn: true } };
/** Before it is loaded, or without a network: its box is there. */
export const PictureNotThere: Story = { args: { picture: { ...picture, src: undefined } } };
export const NoPicture: Story = { args: { picture: undefined, height: 124 } };
export const TitleAlone: Story = { args: { picture: undefined, text: undefined, height: 86 } };
/** The end of a host says whose it is. */
export const LongWords: Story = {
  args: {
    href: 'https://bank.example.login.account.secure.verification.evil.example/',
    title: `${'Donaudampfschifffahrtsgesellschaft'.repeat(3)} fährt`,
    text: 'long words '.repeat(18),
  },
};
export const Japanese: Story = {
  args: {
    title: '棚田に囲まれた宿「ルマ・パディ」のご案内',
    text: '客室は六つ、共同の台所と自転車があります。駅から二十分です。',
  },
  globals: { language: 'ja' },
};
export const RightToLeft: Story = {
  args: { title: 'بيت الأرز، نزل بين المدرجات', text: 'ست غرف ومطبخ مشترك ودراجات للضيوف.' },
  parameters: { dir: 'rtl' },
};
export const LargeText: Story = { args: { height: 310 }, parameters: { textScale: 1.4 } };
