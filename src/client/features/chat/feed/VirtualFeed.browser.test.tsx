import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import '#client/ui/app.css';
import { FeedSizes } from './feedRange.ts';
import { VirtualFeed } from './VirtualFeed.tsx';
import type { VirtualFeedHandle, VirtualFeedProps } from './VirtualFeed.tsx';

interface Line {
  key: string;
  day: string;
  isOwn: boolean;
  height: number;
  kind?: string;
}

/** Heights that no guess can know, from 30 to 230 px. */
const heightOf = (index: number): number => 30 + (((index * 2654435761) >>> 0) % 200);
const line = (index: number, more: Partial<Line> = {}): Line => ({
  key: `k${index}`,
  day: `d${Math.floor(index / 25)}`,
  isOwn: false,
  height: heightOf(index),
  ...more,
});
const lines = (from: number, to: number): Line[] => Array.from({ length: to - from }, (_, i) => line(from + i));

interface Rig {
  view: HTMLElement;
  handle: VirtualFeedHandle;
  set: (items: Line[], isEndReal?: boolean) => void;
  /** y of a line's bubble inside the view; undefined when it is not drawn */
  yOf: (key: string) => number | undefined;
}

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

function show(items: Line[], opensAt: VirtualFeedProps<Line>['opensAt'] = 'end'): Rig {
  const host = document.createElement('div');
  host.style.cssText = 'height:500px;width:400px;display:flex;flex-direction:column';
  document.body.append(host);
  let set: Rig['set'] = () => undefined;
  let handle: VirtualFeedHandle | null = null;
  const sizes = new FeedSizes();
  function Rigged() {
    const [state, setState] = useState({ items, isEndReal: true });
    set = (next, isEndReal = true) => flushSync(() => setState({ items: next, isEndReal }));
    return (
      <VirtualFeed
        ref={(made) => {
          handle = made;
        }}
        items={state.items}
        opensAt={opensAt}
        sizes={sizes}
        isEndReal={state.isEndReal}
        label="Messages"
        renderSection={(day) => <div style={{ height: 40, position: 'sticky', top: 0 }}>{day}</div>}
        renderItem={(item) => <article style={{ height: item.height }}>{item.key}</article>}
      />
    );
  }
  root = createRoot(host);
  flushSync(() => root?.render(<Rigged />));
  const view = host.firstElementChild as HTMLElement;
  return {
    view,
    get handle() {
      if (!handle) throw new Error('not mounted');
      return handle;
    },
    set: (next, isEndReal) => set(next, isEndReal),
    yOf(key) {
      const article = view.querySelector(`[data-key="${key}"] article`);
      return article ? article.getBoundingClientRect().top - view.getBoundingClientRect().top : undefined;
    },
  };
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
const isAtEnd = (view: HTMLElement): boolean => view.scrollHeight - view.scrollTop - view.clientHeight < 2;

/** The first line that is wholly in sight: what a reader holds on to. */
function inSight(rig: Rig): string {
  const edge = rig.view.getBoundingClientRect();
  for (const element of rig.view.querySelectorAll<HTMLElement>('[data-key]')) {
    const box = element.getBoundingClientRect();
    if (box.top >= edge.top && box.bottom <= edge.bottom) return element.dataset['key'] ?? '';
  }
  throw new Error('nothing in sight');
}

async function scrollTo(rig: Rig, top: number): Promise<void> {
  rig.view.scrollTop = top;
  await frame();
  await frame();
}

describe('opening', () => {
  it('stands at the end before the first paint, and draws only what is near', () => {
    const rig = show(lines(0, 2000));
    expect(isAtEnd(rig.view)).toBe(true);
    expect(rig.yOf('k1999')).toBeDefined();
    expect(rig.view.querySelectorAll('article').length).toBeLessThan(80);
  });

  it('stands at a message in the middle, with room for the sticky day', () => {
    const rig = show(lines(0, 2000), { key: 'k1000', place: 'start' });
    expect(rig.yOf('k1000')).toBeCloseTo(56, 0);
  });

  it('puts few messages at the foot of the view', () => {
    const rig = show([line(1, { height: 40 })]);
    const y = rig.yOf('k1') ?? 0;
    expect(y).toBeGreaterThan(400);
  });
});

describe('nothing jumps', () => {
  it('when older messages are put before, also at the very top', async () => {
    const rig = show(lines(1000, 1100));
    await scrollTo(rig, 0);
    for (const from of [950, 900, 850]) {
      const key = inSight(rig);
      const before = rig.yOf(key);
      rig.set(lines(from, 1100));
      expect(rig.yOf(key)).toBeCloseTo(before ?? -1, 0);
      await frame();
      await frame();
      expect(rig.yOf(key)).toBeCloseTo(before ?? -1, 0);
    }
  });

  it('when a line above, or one that has left the document, changes its height', async () => {
    const rig = show(lines(0, 300));
    await scrollTo(rig, rig.view.scrollHeight / 2);
    const key = inSight(rig);
    const index = Number(key.slice(1));
    for (const [distance, height] of [
      [1, 400],
      [3, 5],
      [40, 900],
      [1, 20],
    ] as const) {
      const before = rig.yOf(key);
      rig.set(lines(0, 300).map((item, at) => (at === index - distance ? { ...item, height } : item)));
      await frame();
      expect(rig.yOf(key)).toBeCloseTo(before ?? -1, 0);
    }
  });

  it('when content grows by itself above the reader', async () => {
    const rig = show(lines(0, 300));
    await scrollTo(rig, rig.view.scrollHeight / 2);
    const key = inSight(rig);
    const before = rig.yOf(key);
    const above = rig.view.querySelector<HTMLElement>(`[data-key="k${Number(key.slice(1)) - 2}"] article`);
    if (above) above.style.height = '700px';
    await frame();
    expect(rig.yOf(key)).toBeCloseTo(before ?? -1, 0);
  });

  it('when a gap in the middle is filled', async () => {
    const holed = [...lines(0, 100), ...lines(200, 300)];
    const rig = show(holed);
    rig.handle.scrollToKey('k210', 'center');
    await frame();
    const before = rig.yOf('k210');
    rig.set(lines(0, 300));
    await frame();
    expect(rig.yOf('k210')).toBeCloseTo(before ?? -1, 0);
  });

  it('when the gap that is first in sight gives way to what was missing', async () => {
    const gap = line(150, { key: 'gap', kind: 'hole', height: 60 });
    const rig = show([...lines(0, 100), gap, ...lines(200, 300)]);
    rig.handle.scrollToKey('gap', 'start');
    await frame();
    rig.view.scrollTop += 50;
    await frame();
    const before = rig.yOf('k200');
    // It fills from its lower end, then is gone.
    rig.set([...lines(0, 100), gap, ...lines(150, 300)]);
    await frame();
    expect(rig.yOf('k200')).toBeCloseTo(before ?? -1, 0);
    rig.set(lines(0, 300));
    await frame();
    expect(rig.yOf('k200')).toBeCloseTo(before ?? -1, 0);
  });

  it('on the screen, when something above the conversation comes and goes', async () => {
    const rig = show(lines(0, 300));
    await scrollTo(rig, rig.view.scrollHeight / 2);
    const key = inSight(rig);
    const onScreen = () => (rig.yOf(key) ?? 0) + rig.view.getBoundingClientRect().top;
    const before = onScreen();
    const host = rig.view.parentElement as HTMLElement;
    Object.assign(host.style, { marginTop: '40px', height: '460px' });
    await frame();
    await frame();
    expect(onScreen()).toBeCloseTo(before, 0);
    Object.assign(host.style, { marginTop: '0', height: '500px' });
    await frame();
    await frame();
    expect(onScreen()).toBeCloseTo(before, 0);
  });

  it('while the reader scrolls up through lines that were never measured', async () => {
    const rig = show(lines(0, 600));
    let jumps = 0;
    for (let step = 0; step < 60; step += 1) {
      const key = inSight(rig);
      const before = rig.yOf(key) ?? 0;
      rig.view.scrollTop -= 120;
      await frame();
      const after = rig.yOf(key);
      // Exactly the distance that was scrolled, whatever heights turned up above.
      if (after === undefined || Math.abs(after - before - 120) > 1) jumps += 1;
    }
    expect(jumps).toBe(0);
  });

  it('when a message arrives while the reader is further up', async () => {
    const rig = show(lines(0, 300));
    await scrollTo(rig, rig.view.scrollHeight / 2);
    const key = inSight(rig);
    const before = rig.yOf(key);
    rig.set([...lines(0, 301)]);
    expect(rig.yOf(key)).toBeCloseTo(before ?? -1, 0);
    rig.set([...lines(0, 301), line(301, { isOwn: true })]);
    await frame();
    expect(rig.yOf(key)).toBeCloseTo(before ?? -1, 0);
  });
});

describe('at the end', () => {
  it('stays there when a message arrives, a line grows, and the pane shrinks', async () => {
    const rig = show(lines(0, 300));
    rig.set(lines(0, 301));
    expect(isAtEnd(rig.view)).toBe(true);
    rig.set([...lines(0, 300), line(300, { height: 800 })]);
    await frame();
    expect(isAtEnd(rig.view)).toBe(true);
    (rig.view.parentElement as HTMLElement).style.height = '300px';
    await frame();
    await frame();
    expect(isAtEnd(rig.view)).toBe(true);
  });

  it('follows an own message from near the end only', async () => {
    const rig = show(lines(0, 300));
    await scrollTo(rig, rig.view.scrollTop - 100);
    rig.set([...lines(0, 300), line(300, { isOwn: true })]);
    expect(isAtEnd(rig.view)).toBe(true);
    await scrollTo(rig, rig.view.scrollTop - 900);
    rig.set([...lines(0, 300), line(300, { isOwn: true }), line(301, { isOwn: true })]);
    expect(isAtEnd(rig.view)).toBe(false);
  });

  it('lets the reader go', async () => {
    const rig = show(lines(0, 300));
    await scrollTo(rig, rig.view.scrollTop - 60);
    rig.set(lines(0, 301));
    expect(isAtEnd(rig.view)).toBe(false);
  });

  it('does not hold on to an end that is not the real one', () => {
    const rig = show(lines(0, 100));
    rig.set(lines(0, 100), false);
    const before = rig.yOf('k95');
    rig.set(lines(0, 150), false);
    expect(rig.yOf('k95')).toBeCloseTo(before ?? -1, 0);
  });
});

describe('going somewhere', () => {
  it('finds a line far away at once, and focuses it', async () => {
    const rig = show(lines(0, 3000));
    expect(rig.handle.scrollToKey('k17', 'center')).toBe(true);
    expect(rig.yOf('k17')).toBeGreaterThan(0);
    expect(rig.yOf('k17')).toBeLessThan(450);
    expect(rig.handle.scrollToKey('nowhere', 'center')).toBe(false);
    rig.handle.scrollToEnd();
    expect(isAtEnd(rig.view)).toBe(true);
    await frame();
    expect(isAtEnd(rig.view)).toBe(true);
  });

  it('draws what belongs there when the bar is dragged', async () => {
    const rig = show(lines(0, 3000));
    for (const share of [0.5, 0.1, 0.9, 0, 1]) {
      await scrollTo(rig, (rig.view.scrollHeight - rig.view.clientHeight) * share);
      expect(() => inSight(rig)).not.toThrow();
    }
    await scrollTo(rig, 0);
    expect(rig.yOf('k0')).toBeCloseTo(40, 0);
  });
});

describe('the way back', () => {
  it('leads to exactly the place that was left, in the same window and in a new one', async () => {
    const rig = show(lines(0, 600));
    await scrollTo(rig, 9_137);
    const spot = rig.handle.spot();
    if (!spot) throw new Error('nowhere');
    rig.handle.scrollToEnd();
    await frame();
    expect(isAtEnd(rig.view)).toBe(true);
    expect(rig.handle.scrollToKey(spot.key, spot.top)).toBe(true);
    await frame();
    expect(rig.yOf(spot.key)).toBeCloseTo(spot.top, 0);
    root?.unmount();
    const index = Number(spot.key.slice(1));
    const anew = show(lines(index - 40, index + 40), { key: spot.key, place: spot.top });
    expect(anew.yOf(spot.key)).toBeCloseTo(spot.top, 0);
    await frame();
    expect(anew.yOf(spot.key)).toBeCloseTo(spot.top, 0);
  });
});
