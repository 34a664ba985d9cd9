import { useId, type ReactNode } from 'react';

export type MakerPartProps = { title: string; text?: ReactNode; children: ReactNode };

/** A card of a maker's page: what belongs together, under a heading. */
export function MakerPart({ title, text, children }: MakerPartProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-1 gap-4 rounded-card bg-surface-raised p-5 shadow-edge [--plane:var(--surface-raised)] max-tablet:p-4"
    >
      <div>
        <h2 id={id} className="text-17 font-[650]">
          {title}
        </h2>
        {text && <p className="mt-1 max-w-[65ch] text-13 text-pretty text-ink-soft">{text}</p>}
      </div>
      {children}
    </section>
  );
}
