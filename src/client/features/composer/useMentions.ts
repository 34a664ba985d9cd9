import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { findMentionQuery } from './model/findMentionQuery.ts';
import type { MentionQuery } from './model/findMentionQuery.ts';
import { matchMembers } from './model/matchMembers.ts';
import type { Nameable } from './model/matchMembers.ts';
import type { TextBox } from './TextBox.ts';

/** The list of people behind an `@`. It is looked for after edits and moves of the caret, never during a composition. */
export function useMentions(box: { current: TextBox | undefined }, people: readonly Nameable[], language: string) {
  const [open, setOpen] = useState<MentionQuery & { found: readonly Nameable[] }>();
  const [active, setActive] = useState(0);
  /** where the person closed the list: it stays closed for this `@` */
  const [closedAt, setClosedAt] = useState(-1);

  const look = (): void => {
    const element = box.current?.element;
    if (!element || people.length === 0) return;
    const { value, selectionStart, selectionEnd } = element;
    const query = selectionStart === selectionEnd ? findMentionQuery(value, selectionEnd) : undefined;
    if (query?.start !== closedAt) setClosedAt(-1);
    const isNamed = query && box.current?.read().spans.some(({ start }) => start === query.start);
    const found = query && !isNamed && query.start !== closedAt ? matchMembers(people, query.query, language) : [];
    if (query && found.length > 0) {
      setOpen((old) => (old && old.start === query.start && old.query === query.query ? old : { ...query, found }));
      setActive((old) => (old < found.length && open?.query === query.query ? old : 0));
    } else setOpen(undefined);
  };
  const close = (): void => setOpen(undefined);
  const pick = (person: Nameable): void => {
    if (!open || !box.current) return;
    close();
    box.current.insertName(open.start, person);
  };
  return {
    found: open?.found ?? [],
    active,
    setActive,
    look,
    close,
    pick,
    /** Keys for the open list; answers whether it took the key. */
    handleKey(event: KeyboardEvent): boolean {
      const person = open?.found[active];
      if (!open || !person || event.shiftKey) return false;
      const { length } = open.found;
      if (event.key === 'ArrowDown') setActive((active + 1) % length);
      else if (event.key === 'ArrowUp') setActive((active + length - 1) % length);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(person);
      else if (event.key === 'Escape') {
        setClosedAt(open.start);
        close();
      } else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
