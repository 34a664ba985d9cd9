import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { floorDatabase, type FloorMessage } from './floorDatabase.ts';

/*
 * The floor of `bench:switch`: a list of links and one of bubbles. A press reads the newest messages of a chat from the database and shows them at their end.
 */
const chats = 50;
const perChat = 60;
/** Messages that a switch reads and shows. */
const shown = 40;

const lastText = (c: number): string => `The last word in room ${c}.`;

async function fill(): Promise<void> {
  if ((await floorDatabase.messages.count()) > 0) return;
  const rows = Array.from({ length: chats * perChat }, (_, index) => {
    const [c, s] = [Math.floor(index / perChat), index % perChat];
    const text =
      s === perChat - 1
        ? lastText(c)
        : `see you later at the station with bread and rice because rain came early ${index}`;
    return { c, s, text, own: s % 2 === 0 };
  });
  await floorDatabase.messages.bulkPut(rows as FloorMessage[]);
}

function Page() {
  const [messages, setMessages] = useState<readonly FloorMessage[]>([]);
  const feed = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (feed.current) feed.current.scrollTop = feed.current.scrollHeight;
  }, [messages]);
  const open = async (c: number): Promise<void> => {
    const newest = floorDatabase.messages.where('[c+s]').between([c, 0], [c, Infinity]).reverse().limit(shown);
    setMessages((await newest.toArray()).toReversed());
  };
  return (
    <div className="panes">
      <nav className="list">
        {Array.from({ length: chats }, (_, c) => (
          <a
            key={c}
            className="row"
            href={`/chats/${c}`}
            onClick={(event) => {
              event.preventDefault();
              void open(c);
            }}
          >
            Room {c}
          </a>
        ))}
      </nav>
      <div className="feed" role="feed" ref={feed}>
        {messages.map(({ id, text }) => (
          <article key={id} className="bubble">
            {text}
          </article>
        ))}
      </div>
    </div>
  );
}

void fill().then(() => createRoot(document.getElementById('root') as HTMLElement).render(<Page />));
