import { useId } from 'react';
import type { ReactNode } from 'react';

export type SettingsGroupProps = {
  title?: string;
  /** a sentence about the whole group */
  text?: ReactNode;
  /** `SettingsRow`s */
  children: ReactNode;
};

/** A card of rows that belong together, under a heading. */
export function SettingsGroup({ title, text, children }: SettingsGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined} className="mb-6">
      {title && (
        <h2 id={id} className="mb-1 text-17 font-[650]">
          {title}
        </h2>
      )}
      {text && <p className="mb-3 max-w-[60ch] text-13 text-pretty text-ink-soft">{text}</p>}
      <div className="rounded-card bg-surface-raised shadow-edge [--plane:var(--surface-raised)] [&>*+*]:before:absolute [&>*+*]:before:inset-x-4 [&>*+*]:before:top-0 [&>*+*]:before:h-px [&>*+*]:before:bg-line">
        {children}
      </div>
    </section>
  );
}
