import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { findMentionQuery } from './model/findMentionQuery.ts';
import type { MentionQuery } from './model/findMentionQuery.ts';
import { matchMembers } from './model/matchMembers.ts';
import type { Nameable } from './model/matchMembers.ts';
import type { TextBox } from './TextBox.ts';

/** Where people come from whom this device does not know yet. */
export interface MoreNames {
  /** a name is being written; not called during a composition */
  onQuery?: ((query: string) => void) | undefined;
  /** whether a composition is under way */
  isBusy: () => boolean;
}

type Open = MentionQuery & { found: readonly Nameable[] };

const isSameList = (a: Open, b: Open): boolean =>
  a.start === b.start &&
  a.query === b.query &&
  a.found.length === b.found.length &&
  a.found.every(({ mid, name }, index) => mid === b.found[index]?.mid && name === b.found[index].name);

/** The list of people behind an `@`. It is looked for after edits and moves of the caret, never during a composition. */
export function useMentions(
  box: { current: TextBox | undefined },
  people: readonly Nameable[],
  language: string,
  more: MoreNames,
) {
  const [open, setOpen] = useState<MentionQuery & { found: readonly Nameable[] }>();
  const [active, setActive] = useState(0);
  /** where the person closed the list: it stays closed for this `@` */
  const [closedAt, setClosedAt] = useState(-1);

  const look = (): void => {
    const element = box.current?.element;
    if (!element || (people.length === 0 && !more.onQuery)) return;
    const { value, selectionStart, selectionEnd } = element;
    const query = selectionStart === selectionEnd ? findMentionQuery(value, selectionEnd) : undefined;
    if (query?.start !== closedAt) setClosedAt(-1);
    const isNamed = query && box.current?.read().spans.some(({ start }) => start === query.start);
    const found = query && !isNamed && query.start !== closedAt ? matchMembers(people, query.query, language) : [];
    if (query && !isNamed && query.start !== closedAt) more.onQuery?.(query.query);
    if (query && found.length > 0) {
      setOpen((old) => (old && isSameList(old, { ...query, found }) ? old : { ...query, found }));
      setActive((old) => (old < found.length && open?.query === query.query ? old : 0));
    } else setOpen(undefined);
  };
  useLookAgain(box, people, look, more.isBusy);
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

/** Names that come from the server later join the list. A composition is left alone: its end looks anyway. */
function useLookAgain(
  box: { current: TextBox | undefined },
  people: readonly Nameable[],
  look: () => void,
  isBusy: MoreNames['isBusy'],
): void {
  const lookRef = useRef(look);
  useEffect(() => {
    lookRef.current = look;
  });
  useEffect(() => {
    if (!isBusy() && box.current?.element === document.activeElement) lookRef.current();
  }, [people, isBusy, box]);
}
