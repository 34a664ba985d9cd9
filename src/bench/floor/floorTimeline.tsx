import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

/*
 * The floor of `bench:timeline`: 100,000 rows of one height of which only those near the view are drawn. Rows are in memory, nothing is measured and nothing
 * has to be kept still, because what arrives is below.
 */
const rowHeight = 56;
const overscan = 900;
const begin = 100_000;

declare global {
  /** Appends a row. */
  var benchArrive: (() => void) | undefined;
}

const textOf = (index: number): string =>
  `see you later at the station with bread and rice because rain came early ${index}`;

function Page() {
  const view = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(begin);
  const [top, setTop] = useState(begin * rowHeight);
  useEffect(() => {
    globalThis.benchArrive = () => setCount((before) => before + 1);
  }, []);
  useLayoutEffect(() => {
    if (view.current) view.current.scrollTop = view.current.scrollHeight;
  }, []);
  const from = Math.max(0, Math.floor((top - overscan) / rowHeight));
  const to = Math.min(count, Math.ceil((top + window.innerHeight + overscan) / rowHeight));
  return (
    <div className="panes">
      <nav className="list" />
      <div
        ref={view}
        className="feed still"
        role="feed"
        onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      >
        <div style={{ height: count * rowHeight, position: 'relative' }}>
          {Array.from({ length: to - from }, (_, place) => (
            <article key={from + place} className="fixed-row" style={{ top: (from + place) * rowHeight }}>
              <div className="bubble">{textOf(from + place)}</div>
            </article>
          ))}
        </div>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
