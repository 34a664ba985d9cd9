import type { PickWish } from './attachActions.ts';

/** Asks the browser for files. Call it from a press. */
export function pickFiles({ accept, capture }: PickWish, onPicked: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = capture === undefined;
  if (accept !== undefined) input.accept = accept;
  if (capture !== undefined) input.capture = capture;
  input.addEventListener('change', () => onPicked([...(input.files ?? [])]));
  input.click();
}
