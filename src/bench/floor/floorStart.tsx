import { createRoot } from 'react-dom/client';

/*
 * The floor of `bench:start`: React and twelve rows that stand in the code. Anything that shows a list of chats in a browser with React costs at least this.
 */
const rows = Array.from({ length: 12 }, (_, index) => ({
  title: `Person ${index}`,
  text: 'see you later at the station with bread and rice',
}));

createRoot(document.getElementById('root') as HTMLElement).render(
  <ul>
    {rows.map(({ title, text }) => (
      <li key={title} className="row">
        <b>{title}</b>
        <div>{text}</div>
      </li>
    ))}
  </ul>,
);
