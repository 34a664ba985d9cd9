import { gridLayout } from '#client/parts/media/gridLayout.ts';
import { isVisual } from '#client/parts/media/isVisual.ts';
import type { FeedContent } from '../model/FeedItem.ts';
import { partsOf } from './partsOf.ts';

/** Height of a row of a file, of a voice, and of what is around the rows, px. */
const rowHeight = 56;
const voiceHeight = 48;
const rowsAround = 8;
/** A line of the caption, its characters, and what is around it. */
const [lineHeight, lineChars, captionAround] = [22, 36, 14];
const linesMax = 12;

/** The room of a message with files while its view is loaded, px. */
export function mediaRoom(content: FeedContent): number {
  const parts = partsOf(content);
  const visuals = parts.filter(isVisual);
  const rows = parts.filter((part) => !isVisual(part));
  const text = typeof content.b['x'] === 'string' ? content.b['x'] : '';
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineChars)), 0);
  return (
    (visuals.length > 0 ? gridLayout(visuals.length, visuals[0]).height : 0) +
    (rows.length > 0 ? rows.reduce((sum, { t }) => sum + (t === 'a' ? voiceHeight : rowHeight), rowsAround) : 0) +
    (text === '' ? 0 : Math.min(linesMax, lines) * lineHeight + captionAround)
  );
}
