import type { ReactNode } from 'react';
import { Tika } from './Tika.tsx';

export type ErrorScreenProps = {
  /** what happened */
  title: string;
  /** what is safe ("Your unsent messages are kept on this device") */
  safe: string;
  /** what to do */
  advice: string;
  /** the buttons that do it */
  actions?: ReactNode;
  /** a short code for support, such as a request id */
  code?: string;
};

/** A screen that cannot be shown: what happened, what is safe, what to do. In this order, always. */
export function ErrorScreen({ title, safe, advice, actions, code }: ErrorScreenProps) {
  return (
    <div
      role="alert"
      className="grid min-h-full content-center justify-items-center gap-2 bg-surface-sunken px-6 py-10 text-center"
    >
      <div className="mb-3 ps-7">
        <Tika pose="nap" width={160} />
      </div>
      <h1 className="text-20 font-[650] tracking-tight text-balance">{title}</h1>
      <p className="max-w-[420px] text-pretty text-ink-soft">{safe}</p>
      <p className="max-w-[420px] text-pretty text-ink-soft">{advice}</p>
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
      {code && <code className="mt-4 text-12 text-ink-faint select-all">{code}</code>}
    </div>
  );
}
