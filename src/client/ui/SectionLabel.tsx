import type { ReactNode } from 'react';

export type SectionLabelProps = {
  children: ReactNode;
  /** a link or quiet button at the end */
  end?: ReactNode;
  level?: 2 | 3;
  id?: string;
};

/** The small heading above a part of a list ("Friends · 86"). */
export function SectionLabel({ children, end, level = 2, id }: SectionLabelProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="flex items-center gap-2 px-2 pt-4 pb-1.5">
      <Heading id={id} className="min-w-0 flex-1 text-12 font-semibold text-ink-faint">
        {children}
      </Heading>
      {end}
    </div>
  );
}
