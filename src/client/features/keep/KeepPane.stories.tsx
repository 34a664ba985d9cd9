import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { mediaKind, placeKind, textKind } from '#domain/chatTraits.ts';
import { toKeepId, toMemberId } from '#protocol/casts.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { sampleCards, sampleMe, sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { KeepPane } from './KeepPane.tsx';

function Stage() {
  return (
    <div className="h-[720px] min-w-0">
      <KeepPane />
    </div>
  );
}

const [one, two] = sampleCards as [(typeof sampleCards)[number], (typeof sampleCards)[number]];
let number = 0;
const kept = (more: Partial<Kept>): Kept => {
  number += 1;
  const i = toKeepId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  return { i, urev: number, at: sampleNow - number * 3_600_000, ...more };
};
const from = (
  card: { id: number; name: string },
  k: number,
  b: Record<string, unknown>,
  more: Partial<Kept> = {},
): Kept =>
  kept({ c: jogja, s: number + 1, k, b, u: toMemberId(card.id), n: card.name, ma: sampleNow - 86_400_000, ...more });

const keeps: Kept[] = [
  kept({ x: 'Beli oleh-oleh:\n- bakpia\n- gudeg kaleng\n- 八ツ橋 for みのり', urev: 0 }),
  from(
    one,
    textKind,
    { x: 'Kode pintu homestay 4711#, kuncinya di pot bunga. https://kabar.example/peta' },
    { x: 'Jumat' },
  ),
  from(two, mediaKind, { f: [{ t: 'i' }, { t: 'i' }, { t: 'i' }], x: '駅からの道' }),
  kept({
    c: jogja,
    s: 40,
    k: textKind,
    u: toMemberId(two.id),
    n: two.name,
    ma: sampleNow,
    un: 1,
    x: 'Tanya lagi besok',
  }),
  from(sampleMe, placeKind, { la: -7.79, lo: 110.36, x: 'Stasiun Tugu' }),
];

const meta: Meta<typeof Stage> = {
  title: 'features/keep/KeepPane',
  component: Stage,
  parameters: { plane: 'sunken' },
  decorators: [withServices({ ...sampleSeed, keeps }, '/keep')],
};
export default meta;
type Story = StoryObj<typeof Stage>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Filled: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'PINTU kode');
    await expect(canvas.getAllByRole('article')).toHaveLength(1);
    await userEvent.clear(canvas.getByRole('searchbox'));
    await userEvent.type(canvas.getByRole('searchbox'), 'zzz');
    await expect(await canvas.findByText('Nothing you keep says “zzz”.')).toBeVisible();
    await userEvent.clear(canvas.getByRole('searchbox'));
    const [first] = await canvas.findAllByRole('button', { name: 'What to do with it' });
    await userEvent.click(first as HTMLElement);
    await userEvent.click(await pageOf(canvasElement).findByRole('menuitem', { name: 'Remove' }));
    await userEvent.click(await pageOf(canvasElement).findByRole('button', { name: 'Remove' }));
    await expect(await canvas.findByText('Removed')).toBeVisible();
    await expect(canvas.queryByText(/bakpia/)).toBeNull();
  },
};
export const Whole: Story = {};
export const Phone: Story = { parameters: { width: 360 } };
export const Empty: Story = { parameters: { seed: sampleSeed } };
export const Writing: Story = {
  parameters: { seed: sampleSeed },
  async play({ canvas, canvasElement, userEvent }) {
    const [, button] = await canvas.findAllByRole('button', { name: 'New note' });
    await userEvent.click(button as HTMLElement);
    const page = pageOf(canvasElement);
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.type(await page.findByRole('textbox', { name: 'Your note' }), 'buy milk');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect(await canvas.findByText('buy milk')).toBeVisible();
    await expect(canvas.getByText(/Leaves when you are online/)).toBeVisible();
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const Korean: Story = { globals: { language: 'ko' } };
export const Chinese: Story = { globals: { language: 'zh-TW' } };
export const Indonesian: Story = { globals: { language: 'id' }, parameters: { width: 360 } };
