import { useEffect, useId, useRef, type ReactNode } from 'react';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import type { AppId } from '#protocol/ids.ts';

export type AppPromptProps = {
  /** the app that asks; undefined for its own window, which must not look like ours */
  app: { id: AppId; name: string; icon: string | undefined } | undefined;
  /** stands beside the app's icon */
  beside?: ReactNode;
  title: string;
  children?: ReactNode;
  /** the safe answer first */
  actions: ReactNode;
  /** Escape */
  onAway: () => void;
};

/** A question over the page of a mini-app, between its head and its buttons. The page below can neither be pressed nor reached by the keyboard. */
export function AppPrompt({ app, beside, title, children, actions, onAway }: AppPromptProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div className="absolute inset-0 z-1 flex flex-col justify-end overflow-y-auto bg-scrim p-2">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is the key of the dialog itself */}
      <div
        ref={box}
        role="dialog"
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onAway();
        }}
        className="mx-auto w-full max-w-110 animate-rise rounded-sheet bg-surface-raised p-4 text-center shadow-layer outline-none [--plane:var(--surface-raised)]"
      >
        {app && (
          <div className="mb-3 flex items-center justify-center gap-2">
            <AppIcon app={{ id: app.id, icon: app.icon }} name={app.name} size={48} />
            {beside && (
              <>
                <span aria-hidden className="w-8 border-t-2 border-dotted border-line-strong" />
                {beside}
              </>
            )}
          </div>
        )}
        <h3 id={id} dir="auto" className="text-17 font-[650] text-balance wrap-anywhere">
          {title}
        </h3>
        <div className="mt-1.5 text-13 text-pretty text-ink-soft wrap-anywhere">{children}</div>
        <div className="mt-4 grid auto-cols-fr gap-2 tablet:grid-flow-col">{actions}</div>
      </div>
    </div>
  );
}
