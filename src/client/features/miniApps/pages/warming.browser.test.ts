import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { warmingOf } from './warming.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function kind() {
  const list = document.createElement('ul');
  list.innerHTML =
    '<li><a data-app="cafe"><b id="cafe"></b></a></li><li id="none"></li><li data-app="taxi" id="taxi"></li>';
  const warm = vi.fn<(app: string) => void>();
  const warming = warmingOf(warm);
  const at = (id: string, more: object = {}) =>
    ({
      target: list.querySelector(`#${id}`),
      pointerType: 'mouse',
      button: 0,
      ...more,
    }) as unknown as ReactPointerEvent;
  return { warm, warming, at, told: () => warm.mock.calls.map(([app]) => app) };
}

it('a mouse that rests on an app makes its frame ready; one that goes across does not', () => {
  const { warming, at, told } = kind();
  warming.onPointerOver(at('cafe'));
  vi.advanceTimersByTime(50);
  warming.onPointerOut();
  warming.onPointerOver(at('taxi'));
  vi.advanceTimersByTime(50);
  expect(told()).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(told()).toEqual(['taxi']);
  warming.onPointerOver(at('none'));
  vi.advanceTimersByTime(500);
  expect(told()).toEqual(['taxi']);
});

it('a press does so at once, a press of another button or beside an app never', () => {
  const { warming, at, told } = kind();
  warming.onPointerDown(at('cafe', { pointerType: 'touch' }));
  expect(told()).toEqual(['cafe']);
  warming.onPointerDown(at('taxi', { button: 2 }));
  warming.onPointerDown(at('none'));
  warming.onPointerOver(at('taxi', { pointerType: 'touch' }));
  vi.advanceTimersByTime(500);
  expect(told()).toEqual(['cafe']);
});
