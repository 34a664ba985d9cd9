import type { CSSProperties } from 'react';
import { cx } from '#client/ui/cx.ts';
import { personHue } from '#client/ui/personHue.ts';
import { textLang } from './textLang.ts';

export type QuoteBoxProps = {
  /** who wrote it; absent where that is not known or not told */
  name?: string | undefined;
  /** the id whose colour the name takes */
  face: string;
  /** one line of it in words */
  text: string;
  /** it is not what somebody wrote, but why it is not there */
  isQuiet?: boolean;
  /** it stands in an own bubble */
  isOwn: boolean;
  /** BCP 47 */
  readerLang: string;
  /** what a press does, in words that go before the others ("Go to the message:") */
  label?: string | undefined;
  /** Goes to the message; absent where nobody can. */
  onPress?: (() => void) | undefined;
  tabIndex?: 0 | -1;
};

/** What a message replies to, on top of its text: 46 px high at text size 100 %, whatever is in it. */
export function QuoteBox(props: QuoteBoxProps) {
  const { name, face, text, isQuiet = false, isOwn, readerLang, onPress } = props;
  const look = cx(
    'relative block min-h-[calc(2.125rem*var(--text-scale)+12px)] w-[calc(100%+6px)] max-w-[320px] min-w-[min(160px,100%)] overflow-hidden rounded-[10px] bg-bubble-well py-1.5 ps-3 pe-2.5 text-start text-13 leading-[18px] whitespace-normal',
    'before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-[oklch(var(--name-l)_var(--name-c)_var(--h))]',
  );
  const style = { '--h': personHue(face) } as CSSProperties;
  const soft = isOwn ? 'text-bubble-own-soft' : 'text-ink-soft';
  const words = (
    <>
      {name !== undefined && (
        <span lang={textLang(name, readerLang)} className="person-name block truncate text-12 leading-4 font-[650]">
          {name}
        </span>
      )}
      <span lang={textLang(text, readerLang)} dir="auto" className={cx('block truncate', soft, isQuiet && 'italic')}>
        {text}
      </span>
    </>
  );
  if (!onPress)
    return (
      <span style={style} className={look}>
        {words}
      </span>
    );
  return (
    <button
      type="button"
      tabIndex={props.tabIndex}
      onClick={onPress}
      style={style}
      className={cx(look, 'pointer-coarse:before:-inset-y-1 hover:bg-hover')}
    >
      <span className="sr-only">{props.label} </span>
      {words}
    </button>
  );
}
