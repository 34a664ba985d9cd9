import { Fragment, useMemo, useState, type KeyboardEvent } from 'react';
import { findUseful, type Useful } from '#client/parts/useful/findUseful.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import type { UsefulMenuProps } from './UsefulMenu.tsx';

export type UsefulTextProps = { text: string; item: FeedItem; look: LineLook; tabIndex: 0 | -1 };

const UsefulMenu = lazyPart<UsefulMenuProps>(() => import('./UsefulMenu.tsx').then((m) => m.UsefulMenu));
const AHEAD = [UsefulMenu];

/** Words with what can be used in them: each a button in the line, which breaks as words do. */
export function UsefulText({ text, item, look, tabIndex }: UsefulTextProps) {
  const found = useMemo(() => findUseful(text, item.at), [text, item.at]);
  const [open, setOpen] = useState<{ useful: Useful; anchor: Element }>();
  usePreload(AHEAD);
  if (found.length === 0) return text;
  return (
    <>
      {found.map((useful, index) => (
        <Fragment key={useful.start}>
          {text.slice(found[index - 1]?.end ?? 0, useful.start)}
          <Words
            useful={useful}
            isOpen={open?.useful === useful}
            tabIndex={tabIndex}
            onOpen={(anchor) => setOpen({ useful, anchor })}
          />
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.end)}
      {open && <UsefulMenu {...{ ...open, item, look }} onClose={() => setOpen(undefined)} />}
    </>
  );
}

type WordsProps = { useful: Useful; isOpen: boolean; tabIndex: 0 | -1; onOpen: (anchor: Element) => void };

/** Drawn as the words around it, so that no line is longer or higher than without. */
function Words({ useful, isOpen, tabIndex, onOpen }: WordsProps) {
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(event.currentTarget);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a `button` is a box of its own, which cannot break at the end of a line
    <span
      role="button"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      tabIndex={tabIndex}
      onClick={(event) => onOpen(event.currentTarget)}
      onKeyDown={press}
      className="cursor-pointer rounded-[3px] underline decoration-dotted decoration-1 underline-offset-3 hover:decoration-solid"
    >
      {useful.text}
    </span>
  );
}
