import type { AppView } from '#protocol/entities/appStates.ts';
import { cx } from '#client/ui/cx.ts';

/** A panel at the side; over the page on tablets; the whole window on phones. A low one stands above the text box, and beside the panel of the chat. */
export function placeClass(view: AppView): string {
  const phone = 'max-tablet:inset-0 max-tablet:w-full';
  if (view === 'full') return cx(phone, 'tablet:inset-y-0 tablet:start-rail tablet:end-0');
  if (view === 'tall')
    return cx(phone, 'tablet:inset-y-0 tablet:end-0 tablet:w-panel tablet:border-s tablet:border-line');
  return cx(
    'max-tablet:inset-x-0 max-tablet:bottom-0 max-tablet:h-[60dvh] max-tablet:rounded-t-sheet',
    'tablet:end-4 tablet:bottom-20 tablet:h-[min(520px,calc(100dvh-160px))] tablet:w-panel tablet:rounded-sheet',
    'desk:[body:has([data-beside])_&]:end-[calc(var(--panel)+16px)]',
  );
}

/** Where minimised apps wait: at the edge of what can be read, never over the panel of an app or of the chat; under a page that fills the window they are out of the way. */
export function bubblesClass(front: AppView | undefined): string {
  if (front === 'full') return 'hidden';
  if (front === 'tall')
    return 'max-desk:hidden end-[calc(var(--panel)+12px)] desk:[body:has([data-beside])_&]:end-[calc(2*var(--panel)+12px)]';
  if (front === 'compact') return 'max-tablet:hidden end-[calc(var(--panel)+28px)]';
  return 'end-3 max-tablet:-end-3 desk:[body:has([data-beside])_&]:end-[calc(var(--panel)+12px)]';
}
