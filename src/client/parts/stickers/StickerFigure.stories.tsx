import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { stickerPacks } from '#domain/stickerPacks.ts';
import { StickerFigure, type StickerFigureProps } from './StickerFigure.tsx';

/** The whole pack at one size. */
function Stage({ size, motion = 'still' }: { size: number; motion?: NonNullable<StickerFigureProps['motion']> }) {
  return (
    <div className="flex flex-wrap gap-4">
      {stickerPacks.tika.map((s) => (
        <div key={s} style={{ width: size, height: size }}>
          <StickerFigure sticker={{ p: 'tika', s }} alt={s} motion={motion} className="size-full" />
        </div>
      ))}
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'parts/StickerFigure',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { size: 160 },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const movingIn = (root: Element): number =>
  root.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running').length;

export const Still: Story = {
  async play({ canvasElement }) {
    await expect(movingIn(canvasElement)).toBe(0);
    // Each clips with its own shape: the ids of a page are one space.
    const ids = Array.from(canvasElement.querySelectorAll('clipPath'), ({ id }) => id);
    await expect(new Set(ids).size).toBe(ids.length);
  },
};
export const InPanels: Story = { args: { size: 72 } };
export const InLists: Story = { args: { size: 48 } };
/** Nobody sees it: everything stands where it is. */
export const Waiting: Story = {
  args: { motion: 'waiting' },
  async play({ canvasElement }) {
    await expect(canvasElement.getAnimations({ subtree: true }).length).toBeGreaterThan(0);
    await expect(movingIn(canvasElement)).toBe(0);
  },
};
/** Three times, then they rest; no layer takes longer than ten seconds. */
export const Moving: Story = {
  args: { motion: 'moving' },
  async play({ canvasElement }) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      await expect(movingIn(canvasElement)).toBe(0);
      return;
    }
    await expect(movingIn(canvasElement)).toBeGreaterThan(12);
    const ends = canvasElement
      .getAnimations({ subtree: true })
      .map(({ effect }) => effect?.getComputedTiming().endTime);
    await expect(Math.max(...ends.map(Number))).toBeLessThanOrEqual(10_000);
  },
};
