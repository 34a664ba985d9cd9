import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { mediaIdOf } from '#testing/sampleMedia.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FeedLink } from '../model/FeedItem.ts';
import { LinkPane } from './LinkPane.tsx';

const link: FeedLink = {
  u: 'https://rumahpadi.example/rooms',
  t: 'Rumah Padi, a guesthouse in the rice terraces',
  x: 'Six rooms, shared kitchen, bicycles for guests. Twenty minutes from the station.',
  p: mediaIdOf('rumahpadi'),
};

function Stage({ link: shown }: { link: FeedLink }) {
  const look = useSampleLook();
  return (
    <div className="h-[260px] w-80 bg-bubble-other [--plane:var(--bubble-other)]">
      <LinkPane link={shown} look={look} tabIndex={0} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/LinkPane',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'sunken' },
  args: { link },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** Its picture comes from our own server, never from the page it leads to. */
export const WithPicture: Story = {
  async play({ canvas, canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('img')?.src).toMatch(/^data:image/));
    await expect(canvas.getByRole('link', { name: /Rumah Padi.*opens in a new tab/ })).toHaveAttribute('href', link.u);
  },
};
/** No network, and never loaded: the words are there. */
export const NoMedia: Story = {
  parameters: { seed: { hasNoMedia: true } satisfies FakeSeed },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByRole('link', { name: /Rumah Padi/ })).toBeVisible();
    await expect(canvasElement.querySelector('img')).toBeNull();
  },
};
export const NoPicture: Story = { args: { link: { u: link.u, t: link.t, x: link.x } } };
export const Japanese: Story = { globals: { language: 'ja' } };
