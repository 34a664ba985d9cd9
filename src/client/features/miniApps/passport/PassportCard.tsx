import { useId, type ReactNode } from 'react';
import { Icon, type IconType } from '#client/ui/Icon.tsx';

export type PassportCardProps = { title: string; children: ReactNode };

/** A card of rows under a small heading. */
export function PassportCard({ title, children }: PassportCardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="px-2 pt-4 pb-1.5 text-12 font-semibold text-ink-faint">
        {title}
      </h3>
      <ul className="rounded-card bg-surface-raised px-3 shadow-edge [--plane:var(--surface-raised)] [&>li+li]:border-t [&>li+li]:border-line">
        {children}
      </ul>
    </section>
  );
}

export type PassportItemProps = {
  icon: IconType;
  title: string;
  /** lines below the title */
  children?: ReactNode;
  /** a button or a word at the end */
  end?: ReactNode;
};

/** One row: what it is, what is known about it, and what can be done. */
export function PassportItem({ icon, title, children, end }: PassportItemProps) {
  return (
    <li className="flex min-h-13 items-center gap-3 py-2.5">
      <Icon icon={icon} className="text-ink-soft" />
      {/* Large letters leave no room beside them: then the button stands below. */}
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <div className="grid min-w-28 flex-1 grid-cols-1">
          <span>{title}</span>
          {children}
        </div>
        {end}
      </div>
    </li>
  );
}
