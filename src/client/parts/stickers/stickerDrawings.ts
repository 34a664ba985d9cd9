import type { StickerName, StickerPack } from '#domain/stickerPacks.ts';
import angry from './tika/angry.svg?raw';
import birthday from './tika/birthday.svg?raw';
import coffee from './tika/coffee.svg?raw';
import cry from './tika/cry.svg?raw';
import laugh from './tika/laugh.svg?raw';
import love from './tika/love.svg?raw';
import night from './tika/night.svg?raw';
import ok from './tika/ok.svg?raw';
import otw from './tika/otw.svg?raw';
import rain from './tika/rain.svg?raw';
import sorry from './tika/sorry.svg?raw';
import thanks from './tika/thanks.svg?raw';

/** What stands between the tags of a drawing. */
const innerOf = (svg: string): string =>
  svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')).replaceAll(/>\s+</g, '><');

const tika: Record<StickerName, string> = {
  angry,
  birthday,
  coffee,
  cry,
  laugh,
  love,
  night,
  ok,
  otw,
  rain,
  sorry,
  thanks,
};

/**
 * The layers of every sticker as SVG. Each drawing is a canvas of 200 with a margin of 9, in two groups, the white edge (`die`) below and the picture (`art`) above; the layers in both are `body`, `head`,
 * `eyes`, `bill`, `wing` and `prop`. The files are our own: they may be put into the page as they are.
 */
export const stickerDrawings: Record<StickerPack, Record<StickerName, string>> = {
  tika: Object.fromEntries(Object.entries(tika).map(([name, svg]) => [name, innerOf(svg)])) as typeof tika,
};
