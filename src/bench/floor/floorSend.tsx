import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { floorDatabase, type FloorMessage } from './floorDatabase.ts';

/*
 * The floor of `bench:send`: Enter waits for one put, then the list shows the text. Everything that keeps a message on the device before it shows it costs at
 * least this.
 */
const shown = 40;
const start: FloorMessage[] = Array.from({ length: shown }, (_, s) => ({
  id: -s - 1,
  c: 1,
  s,
  text: 'see you later at the station with bread and rice because rain came early',
  own: s % 2 === 0,
}));

function Page() {
  const [messages, setMessages] = useState<readonly FloorMessage[]>(start);
  const feed = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (feed.current) feed.current.scrollTop = feed.current.scrollHeight;
  }, [messages]);
  const send = async (box: HTMLTextAreaElement): Promise<void> => {
    const message = { c: 1, s: Date.now(), text: box.value, own: true };
    box.value = '';
    const id = await floorDatabase.messages.put(message as FloorMessage);
    setMessages((old) => [...old.slice(1 - shown), { ...message, id: id as number }]);
  };
  return (
    <div className="panes" style={{ flexDirection: 'column' }}>
      <div className="feed" role="feed" ref={feed}>
        {messages.map(({ id, text }) => (
          <article key={id} className="bubble">
            {text}
          </article>
        ))}
      </div>
      <textarea
        aria-label="Message"
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void send(event.currentTarget);
        }}
      />
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />);
