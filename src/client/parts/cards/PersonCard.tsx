import { cx } from '#client/ui/cx.ts';
import { Face } from '../Face.tsx';
import { Handle } from '../Handle.tsx';
import { textLang } from '../textLang.ts';
import { CardActions, type CardAction } from './CardActions.tsx';

export type PersonCardProps = {
  /** colour and picture of the face */
  face: string;
  name: string;
  handle: string;
  /** what kind of thing this is, in one word */
  kind: string;
  readerLang: string;
  isOwn: boolean;
  actions: readonly CardAction[];
  /** a word in place of actions */
  note?: string | undefined;
  tabIndex: 0 | -1;
};

/** Somebody's card inside a bubble: face, name and handle, and below what can be done. */
export function PersonCard({ face, name, handle, kind, readerLang, isOwn, actions, note, tabIndex }: PersonCardProps) {
  const soft = isOwn ? 'text-bubble-own-soft' : 'text-ink-faint';
  return (
    <>
      <div className="flex min-w-0 items-center gap-3 px-3.5 py-3">
        <Face face={face} name={name} size={48} />
        <div className="grid min-w-0 flex-1 grid-cols-1">
          <span className={cx('text-12', soft)}>{kind}</span>
          <span
            lang={textLang(name, readerLang)}
            dir="auto"
            className="truncate [text-align:-webkit-match-parent] [text-align:match-parent] font-[650]"
          >
            {name}
          </span>
          <span className={cx('truncate text-13', soft)}>
            <Handle handle={handle} />
          </span>
        </div>
      </div>
      {actions.length > 0 ? (
        <CardActions actions={actions} isOwn={isOwn} tabIndex={tabIndex} />
      ) : (
        note && (
          <p
            className={cx(
              'flex min-h-11 items-center border-t px-3.5 text-13',
              soft,
              isOwn ? 'border-bubble-well' : 'border-line',
            )}
          >
            {note}
          </p>
        )
      )}
    </>
  );
}
