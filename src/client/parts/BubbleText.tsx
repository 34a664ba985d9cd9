import { Fragment, type ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';
import { splitText } from './splitText.ts';
import type { MessageMention } from './splitText.ts';

export type BubbleTextProps = {
  text: string;
  mentions?: readonly MessageMention[];
  /** −1 keeps its links out of the tab order until the person enters the message */
  tabIndex: 0 | -1;
  /** draws the plain words between links and names; without it they stand as they are */
  plain?: ((text: string, tabIndex: 0 | -1) => ReactNode) | undefined;
};

/** The words of a message, with links that can be followed and people that are named. */
export function BubbleText({ text, mentions, tabIndex, plain }: BubbleTextProps) {
  return splitText(text, mentions).map((piece, index) => {
    if (piece.kind === 'link' || piece.kind === 'reach') {
      return (
        <a
          key={index}
          href={piece.href}
          // Mail and calls open beside the page.
          target={piece.kind === 'link' ? '_blank' : undefined}
          rel="noopener noreferrer nofollow"
          tabIndex={tabIndex}
          dir="ltr"
          className="font-[550] text-brand-text underline decoration-1 underline-offset-3"
        >
          {piece.text}
        </a>
      );
    }
    if (piece.kind === 'mention') {
      return (
        <span
          key={index}
          className={cx('font-[550] text-brand-text', piece.isMe && 'rounded-[4px] bg-bubble-well px-0.5')}
        >
          {piece.text}
        </span>
      );
    }
    return <Fragment key={index}>{plain ? plain(piece.text, tabIndex) : piece.text}</Fragment>;
  });
}
