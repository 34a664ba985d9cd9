import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { placeKind } from '#domain/chatTraits.ts';
import { contentLine } from '#testing/contentLine.ts';
import { LineStage } from '#testing/LineStage.tsx';
import { withServices } from '#testing/withServices.tsx';
import type { FeedContent } from '../model/FeedItem.ts';

const place = (more: object = {}): FeedContent => ({
  k: placeKind,
  b: { la: -7.79558, lo: 110.36949, ac: 12, x: 'Stasiun Tugu, pintu timur', ...more },
});

const meta: Meta<typeof LineStage> = {
  title: 'features/chat/PlaceView',
  component: LineStage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({})],
  args: { item: contentLine(place()), on: { say: fn() } },
};
export default meta;
type Story = StoryObj<typeof LineStage>;

export const Place: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    await expect(await canvas.findByText(/7\.79558° S, 110\.36949° E/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /^Open map/ }));
    const page = within(canvasElement.ownerDocument.body);
    await expect(await page.findByRole('alertdialog', { name: 'Open openstreetmap.org?' })).toBeVisible();
  },
};
export const PlaceOwn: Story = { args: { item: contentLine(place(), true) } };
export const PlaceUnnamed: Story = {
  args: { item: contentLine(place({ x: undefined, ac: 4_200, la: 60.16988, lo: -24.9384 })) },
};
export const PlaceBroken: Story = { args: { item: contentLine({ k: placeKind, b: { la: 'here' } }) } };
export const Phone: Story = { parameters: { width: 360 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const Indonesian: Story = { globals: { language: 'id' } };
export const Chinese: Story = { globals: { language: 'zh-TW' } };
