import { StrictMode, Suspense, type ComponentType } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patienceMs } from '#testing/patience.ts';
import { startI18n } from './i18n.ts';
import { lazyScreen } from './lazyScreen.tsx';

const Garden: ComponentType<{ name: string }> = ({ name }) => <p>{`Garden of ${name}`}</p>;
let root: Root;
/** Fails as long as it is away. */
let isAway: boolean;
const load = vi.fn<() => Promise<typeof Garden>>(() =>
  isAway ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(Garden),
);
const shown = (): string => document.body.textContent.trim();
const draw = (Screen: ComponentType<{ name: string }> | undefined): void =>
  root.render(<StrictMode>{<Suspense fallback="waiting">{Screen && <Screen name="Ana" />}</Suspense>}</StrictMode>);

beforeEach(async () => {
  await startI18n('en');
  isAway = false;
  load.mockClear();
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

describe('a screen whose code comes later', () => {
  it('is drawn when it came, and fetched once', async () => {
    const Screen = lazyScreen(load);
    await Screen.preload();
    await Screen.preload();
    draw(Screen);
    await expect.poll(shown, { timeout: patienceMs }).toBe('Garden of Ana');
    expect(load).toHaveBeenCalledOnce();
  });

  it('says that it could not be fetched, asks again, and is there by itself', async () => {
    isAway = true;
    const Screen = lazyScreen(load);
    await Screen.preload();
    draw(Screen);
    await expect.poll(shown, { timeout: patienceMs }).toContain('This page could not be fetched');
    const before = load.mock.calls.length;
    await expect.poll(() => load.mock.calls.length, { timeout: patienceMs }).toBeGreaterThan(before + 1);
    // The words stay while it is asked for.
    expect(shown()).toContain('This page could not be fetched');
    isAway = false;
    await expect.poll(shown, { timeout: patienceMs }).toBe('Garden of Ana');
  });

  it('begins with an attempt of its own after one was left', async () => {
    isAway = true;
    const Screen = lazyScreen(load);
    draw(Screen);
    await expect.poll(shown, { timeout: patienceMs }).toContain('This page could not be fetched');
    draw(undefined);
    await expect.poll(shown, { timeout: patienceMs }).toBe('');
    isAway = false;
    draw(Screen);
    await expect.poll(shown, { timeout: patienceMs }).toBe('Garden of Ana');
  });
});
