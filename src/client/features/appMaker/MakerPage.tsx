import type { MouseEvent, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';

export type MakerPageProps = {
  title: string;
  subtitle?: ReactNode;
  /** before the title: the icon of the app */
  lead?: ReactNode;
  back: { href: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
};

/** A page of a maker: its head with the way back, and one column that scrolls. */
export function MakerPage({ back, children, ...head }: MakerPageProps) {
  const [, navigate] = useLocation();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate(back.href);
  };
  return (
    <section
      aria-label={head.title}
      className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]"
    >
      <PaneHeader look="pane" {...head} back={{ ...back, onClick: follow }} />
      <div className="scroll-pane flex-1">
        <div className="mx-auto grid w-full max-w-180 grid-cols-1 gap-6 px-4 py-6">{children}</div>
      </div>
    </section>
  );
}
