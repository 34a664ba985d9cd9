import type { ReactNode } from 'react';
import type { KitWords } from './pageWords.ts';
import type { Said } from './useAct.ts';

/** A screen of one of our mini-apps: its title, what there is to say, and what is on it. */
export function PageFrame(props: {
  kit: KitWords;
  title: string;
  isOffline: boolean;
  said?: Said | undefined;
  onBack?: (() => void) | undefined;
  children: ReactNode;
}) {
  const { kit, title, isOffline, said, onBack, children } = props;
  return (
    <main className="page">
      {onBack && (
        <div>
          <button onClick={onBack}>{kit.back}</button>
        </div>
      )}
      <h1>{title}</h1>
      <div role="status" className="stack">
        {isOffline && <p className="note">{kit.offline}</p>}
        {said && <p className={said.isBad ? 'note bad' : 'note'}>{said.text}</p>}
      </div>
      {children}
    </main>
  );
}
