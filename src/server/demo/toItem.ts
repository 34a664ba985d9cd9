import { invariant } from '#base/invariant.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { AppendItem } from '#server/storage/units/messages/appendTypes.ts';
import type { PlannedMessage } from './demoPlan.ts';
import type { StoryLine } from './demoStory.ts';
import type { Telling } from './Telling.ts';

const hourMs = 3_600_000;

/** A planned message as it is sent. Files that are not stored leave their words. `tx.now`: when it is sent. */
export function toItem(tx: Tx, { text, files, line }: PlannedMessage, userId: UserId, telling: Telling): AppendItem {
  const parts = (files ?? []).flatMap((name): MediaPart[] => {
    const part = telling.files?.partOf(userId, name);
    return part ? [part] : [];
  });
  const fw = line?.fw && telling.told.get(line.fw.key);
  const re = line?.re === undefined ? undefined : telling.told.get(line.re)?.s;
  const { k, b } = contentOf(tx, { text, line, parts }, telling);
  return {
    i: toCid(tx.ids.uuid()),
    // Of a forwarded one the server takes the body from where it is.
    k: fw?.k ?? k,
    b: { ...b, ...(line?.silent ? { silent: 1 } : {}), ...(line?.ask === undefined ? {} : { ask: 1 }) },
    ...(re === undefined ? {} : { re }),
    ...(fw ? { fw: { c: fw.c, s: fw.s, ...(line.fw?.named ? { n: 1 as const } : {}) } } : {}),
  };
}

type Content = { k: number; b: Record<string, unknown> };

function contentOf(
  tx: Tx,
  { text, line, parts }: { text: string; line: StoryLine | undefined; parts: readonly MediaPart[] },
  { handles }: Telling,
): Content {
  // Photos of a story keep their caption; those of everyday need none.
  const caption = line?.say === undefined ? {} : { x: line.say };
  if (parts.length > 0) return { k: messageKind.media, b: { f: parts, ...caption } };
  if (line?.poll) {
    const { o, many, open, add, hours } = line.poll;
    const choices = { ...(many && { many }), ...(open && { open }), ...(add && { add }) };
    const ending = hours === undefined ? {} : { end: tx.now + hours * hourMs };
    return { k: messageKind.poll, b: { x: text, o, ...choices, ...ending } };
  }
  if (line?.sticker !== undefined) return { k: messageKind.sticker, b: { p: 'tika', s: line.sticker } };
  if (line?.place) return { k: messageKind.place, b: { ...line.place } };
  if (line?.card !== undefined) {
    const u = handles.get(line.card);
    invariant(u !== undefined, 'only people of the demo are recommended');
    return { k: messageKind.person, b: { u, x: line.card, h: line.card } };
  }
  return { k: messageKind.text, b: { x: text } };
}
