import { ForwardedLine } from '#client/parts/ForwardedLine.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { LineQuote } from './LineQuote.tsx';

export type LineAboveProps = { item: FeedItem; look: LineLook; tabIndex: 0 | -1 };

/** What stands above the text of a message: that it was forwarded, and what it replies to. */
export function LineAbove({ item, look, tabIndex }: LineAboveProps) {
  const { forwarded, replyTo } = item;
  const { t } = look;
  return (
    <>
      {forwarded && (
        <ForwardedLine
          isOwn={item.isOwn}
          text={forwarded.n === undefined ? t('kinds.forwarded') : t('kinds.forwardedFrom', { name: forwarded.n })}
        />
      )}
      {replyTo !== undefined && <LineQuote seq={replyTo} isOwn={item.isOwn} look={look} tabIndex={tabIndex} />}
    </>
  );
}
