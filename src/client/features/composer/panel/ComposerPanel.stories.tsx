import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { ComposerPanel, type ComposerPanelProps, type PanelTab } from './ComposerPanel.tsx';

/** The panel in its place below a text. */
function Stage(props: ComposerPanelProps) {
  const [tab, setTab] = useState<PanelTab>(props.tab);
  return (
    <div data-composer className="h-[348px]">
      <ComposerPanel {...props} tab={tab} onTab={setTab} />
    </div>
  );
}

const meta = {
  title: 'features/composer/ComposerPanel',
  component: Stage,
  parameters: { plane: 'sunken', width: 840 },
  args: {
    tab: 'stickers',
    onTab: fn(),
    tone: 'none',
    onTone: fn(),
    recentEmoji: ['🙏', '😂'],
    recentStickers: ['tika/otw', 'tika/laugh', 'later/party', 'tika/love', 'tika/coffee'],
    onEmoji: fn(),
    onSticker: fn(),
    onClose: fn(),
  },
} satisfies Meta<typeof Stage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Stickers: Story = {
  async play({ args, canvas, userEvent }) {
    const [first] = await canvas.findAllByRole('button', { name: 'Send sticker: Tika hugs a heart' });
    await userEvent.click(first as HTMLElement);
    await expect(args.onSticker).toHaveBeenCalledWith({ p: 'tika', s: 'love' });
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
export const NothingUsedYet: Story = { args: { recentStickers: [] } };
export const Emoji: Story = {
  args: { tab: 'emoji' },
  async play({ canvas }) {
    await canvas.findByRole('gridcell', { name: 'grinning face' });
  },
};
export const Keyboard: Story = {
  async play({ args, canvas, userEvent }) {
    const [recent] = await canvas.findAllByRole('button', { name: /paper plane/ });
    recent?.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await expect(args.onSticker).toHaveBeenCalledWith({ p: 'tika', s: 'laugh' });
    await userEvent.keyboard('{Escape}');
    await expect(args.onClose).toHaveBeenCalledTimes(1);
  },
};
export const Search: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'ごめん');
    await expect(canvas.getAllByRole('button', { name: /^Send sticker/ })).toHaveLength(1);
  },
};
export const NotFound: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'tractor');
    await canvas.findByText('No sticker for “tractor”.');
  },
};
export const SlowMode: Story = {
  args: { stickerNote: 'In slow mode a sticker has to wait too.' },
  async play({ canvas }) {
    const cells = await canvas.findAllByRole('button', { name: /^Send sticker/ });
    for (const cell of cells) await expect(cell).toHaveAttribute('aria-disabled', 'true');
  },
};
export const SuggestionsHidden: Story = { args: { onShowOffers: fn(), recentStickers: [] } };
export const Phone: Story = { parameters: { width: 360 }, globals: { viewport: { value: 'phone' } } };
export const PhoneEmoji: Story = {
  args: { tab: 'emoji' },
  parameters: { width: 360 },
  globals: { viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const Indonesian: Story = { globals: { language: 'id' }, parameters: { textScale: 1.4 } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const Korean: Story = { globals: { language: 'ko' } };
export const Chinese: Story = { globals: { language: 'zh-TW' } };
