import type { ReactNode } from 'react';

export type ToastRegionProps = {
  /** the accessible name ("Notices") */
  label: string;
  /** `Toast`s, oldest first */
  children: ReactNode;
};

/** Where toasts stand: bottom middle, above the tab bar. Keep it mounted, or screen readers miss the first one. */
export function ToastRegion({ label, children }: ToastRegionProps) {
  return (
    <section
      aria-label={label}
      aria-live="polite"
      aria-relevant="additions"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(16px+env(safe-area-inset-bottom))] z-40 mx-auto grid w-[min(420px,calc(100vw-32px))] gap-2 max-tablet:bottom-[calc(var(--tabbar)+12px+env(safe-area-inset-bottom))]"
    >
      {children}
    </section>
  );
}
