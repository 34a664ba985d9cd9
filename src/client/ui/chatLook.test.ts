import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chatGrounds, chatOfLookKey, chatLookKey, chatTints, lookOf, plainLook, toChatLook } from '#domain/chatLook.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [tokens, looks] = [read('./tokens.css'), read('./chatLook.css')];
const [light = '', dark = ''] = tokens.split('@variant scheme-dark');

type Lch = [number, number, number];
const token = (css: string, name: string): string => {
  const found = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1];
  if (found === undefined) throw new Error(`no token ${name}`);
  return found;
};
const lch = (text: string): { color: Lch; alpha: number } => {
  const [l = 0, c = 0, h = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return { color: [l, c, h], alpha };
};
/** Linear sRGB of a colour, clipped as screens do. */
function toLinear([l, c, h]: Lch): number[] {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as const;
  const rgb = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
  return rgb.map((value) => Math.min(1, Math.max(0, value)));
}
const encode = (v: number): number => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
const decode = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const over = (top: number[], alpha: number, below: number[]): number[] =>
  top.map((v, index) => decode(encode(v) * alpha + encode(below[index] ?? 0) * (1 - alpha)));
const luminance = ([r = 0, g = 0, b = 0]: number[]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(one: number[], other: number[]): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
const hueOf = (kind: 'tint' | 'ground', name: string): number =>
  Number(new RegExp(`\\[data-${kind}='${name}'\\] \\{\\s*--${kind}-h: (\\d+)`).exec(looks)?.[1]);

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_theme, css) => {
  it.each(chatTints.filter((tint) => tint !== 'teal'))('own bubbles in %s can be read', (tint) => {
    const h = hueOf('tint', tint);
    const bubble = toLinear([Number(token(css, 'tint-l')), Number(token(css, 'tint-c')), h]);
    const ink = toLinear([Number(token(css, 'tint-ink-l')), 0.025, h]);
    const soft = toLinear([Number(token(css, 'tint-soft-l')), 0.04, h]);
    expect(contrast(bubble, ink)).toBeGreaterThan(7);
    expect(contrast(bubble, soft)).toBeGreaterThan(4.5);
  });

  it.each(chatGrounds)('words on the ground %s can be read', (ground) => {
    const plain = toLinear(lch(token(css, 'surface-sunken')).color);
    const line = lch(token(css, 'ground-line'));
    const hue = hueOf('ground', ground);
    const tinted = toLinear([Number(token(css, 'ground-l')), Number(token(css, 'ground-c')), hue]);
    // Where two lines of a pattern cross, they lie over each other.
    const crossed = over(toLinear(line.color), line.alpha, over(toLinear(line.color), line.alpha, plain));
    const worst = Number.isFinite(hue) ? tinted : ground === 'plain' ? plain : crossed;
    for (const ink of ['ink', 'ink-soft', 'ink-faint'])
      expect(contrast(worst, toLinear(lch(token(css, ink)).color)), ink).toBeGreaterThan(4.5);
  });
});

describe.each([
  ['light', light],
  ['dark', dark],
])('over an own picture in the %s theme', (_theme, css) => {
  const plane = toLinear(lch(token(css, 'surface-sunken')).color);
  const veil = Number.parseFloat(token(css, 'photo-veil'));
  const lightness = Number(token(css, 'photo-l'));
  /** As its rule has it; a part that is a token is looked up. */
  const inks = [...(/\[data-ground='photo'\] \{([^}]+)\}/.exec(looks)?.[1] ?? '').matchAll(/--([\w-]+): ([^;]+);/g)];
  const colorOf = (value: string): number[] =>
    value === 'var(--photo-ink)'
      ? toLinear(lch(token(css, 'photo-ink')).color)
      : toLinear(lch(value.replace('var(--photo-l)', String(lightness))).color);

  it.each([0, 0.2, 0.5, 0.8, 1])('words can be read, at a brightness of %d', (value) => {
    const behind = over(plane, veil, [value, value, value].map(decode));
    const named = inks.filter(([, name]) => !name?.startsWith('name-'));
    expect(named.map(([, name]) => name)).toEqual(['ink-soft', 'ink-faint', 'unread-text', 'warn', 'danger']);
    for (const [, name = '', color = ''] of named) expect(contrast(behind, colorOf(color)), name).toBeGreaterThan(4.5);
    expect(contrast(behind, toLinear(lch(token(css, 'ink')).color)), 'ink').toBeGreaterThan(4.5);
    for (let hue = 0; hue < 360; hue += 15)
      expect(contrast(behind, toLinear([lightness, 0.06, hue])), `a name of hue ${hue}`).toBeGreaterThan(4.5);
  });
});

it('a picture is one of ours, or none', () => {
  const photo = 'abcdefghijklmnopqrstu_';
  expect(toChatLook({ ground: 'sky', tint: 'blue', photo })).toEqual({ ground: 'sky', tint: 'blue', photo });
  for (const wrong of ['', 'x', `${photo}x`, '../../../etc/passwd00', 7, null])
    expect(toChatLook({ photo: wrong })).toEqual(plainLook);
  const looks = new Map([
    [0, toChatLook({ photo })],
    [5, plainLook],
  ]);
  expect([lookOf(looks, 5), lookOf(looks, 6)?.photo, lookOf(new Map(), 5)]).toEqual([plainLook, photo, undefined]);
});

it('every choice has its rule, and what is stored strangely is plain', () => {
  for (const tint of chatTints) expect(looks.includes(`[data-tint='${tint}']`), tint).toBe(tint !== 'teal');
  for (const ground of chatGrounds)
    expect(looks.includes(`[data-ground='${ground}']`), ground).toBe(ground !== 'plain');
  for (const value of [undefined, null, 7, 'sand', [], { ground: 'later', tint: 3 }])
    expect(toChatLook(value)).toEqual(plainLook);
  expect(toChatLook({ ground: 'sand', tint: 'rose' })).toEqual({ ground: 'sand', tint: 'rose' });
  expect(chatOfLookKey(chatLookKey(42))).toBe(42);
  expect([chatOfLookKey('chatLook.x'), chatOfLookKey('pins.4')]).toEqual([undefined, undefined]);
});
