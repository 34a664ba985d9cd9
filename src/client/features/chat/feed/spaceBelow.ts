/** Within this distance the view is at the end, px: fractions and a finger's tremble. */
export const AT_END_PX = 8;

/** How much of the document lies below the view, px. */
export function spaceBelow(view: HTMLElement): number {
  return view.scrollHeight - view.scrollTop - view.clientHeight;
}
