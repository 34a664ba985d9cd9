import { cleanFileName } from '#domain/cleanFileName.ts';
import type { MediaBody, MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { limits } from '#protocol/limits.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import type { Tx } from '#server/storage/unit.ts';
import { uploadKeptMs } from '#server/storage/units/files/fileTimes.ts';
import type { SettledBody } from './BodyRule.ts';

/** What the server knows of a file that is ready. */
interface KnownFile {
  id: string;
  owner_id: number;
  t: string;
  name: string | null;
  type: string;
  width: number | null;
  height: number | null;
  blur: string | null;
  whole: number;
}

/** What is asked of a draft: its body, and who sends it. */
interface MediaDraft {
  readonly item: { readonly b: Readonly<Record<string, unknown>> };
  readonly sender: { readonly userId: UserId };
}

/**
 * Every part is an upload of the sender that is ready and is what it says; what the server knows of it takes the place of what was sent. NOT_FOUND: a part is not there (yet), or is another's; TOO_LARGE: a voice
 * message that is too long; BAD: a voice message with company, or the same file twice.
 */
export const mediaRule = async (tx: Tx, _head: LockedHead, drafts: readonly MediaDraft[]): Promise<SettledBody[]> => {
  const ids = [...new Set(drafts.flatMap(({ item }) => partsOf(item.b).map(({ id }) => id)))];
  // Locked until the messages are there: it cannot be collected at the same moment.
  const known = await tx.sql<KnownFile>(
    `UPDATE files SET kept_until = greatest(kept_until, ?) WHERE state = ${fileState.ready} AND id IN (${placeholders(ids.length)})
      RETURNING id, owner_id, t, name, type, width, height, blur, (SELECT c.bytes FROM file_copies c WHERE c.file_id = files.id AND c.size = 'o') AS whole`,
    [tx.now + uploadKeptMs, ...ids],
  );
  const byId = new Map(known.map((file) => [file.id, file]));
  return drafts.map((draft) => settle(draft, byId));
};

const partsOf = (body: Readonly<Record<string, unknown>>): MediaPart[] => (body as MediaBody).f;

function settle({ item, sender }: MediaDraft, known: ReadonlyMap<string, KnownFile>): SettledBody {
  const sent = partsOf(item.b);
  const hasVoice = sent.some(({ t }) => t === 'a');
  if ((hasVoice && sent.length > 1) || new Set(sent.map(({ id }) => id)).size < sent.length) return { code: 'BAD' };
  if (hasVoice && (sent[0]?.d ?? 0) > limits.voiceMsMax) return { code: 'TOO_LARGE' };
  const parts: MediaPart[] = [];
  for (const part of sent) {
    const file = known.get(part.id);
    if (file?.owner_id !== sender.userId || file.t !== part.t) return { code: 'NOT_FOUND' };
    parts.push(toPart(part, file));
  }
  // Only the server knows what was forwarded.
  const { fw: _fw, ...body } = item.b;
  return { b: { ...body, f: parts } };
}

/** The server measures pictures; of videos and voice it takes the sender's word. */
function toPart(sent: MediaPart, file: KnownFile): MediaPart {
  const { id, t, w, h, b, n, d, f } = sent;
  const name = cleanFileName(n ?? '') ?? file.name ?? undefined;
  const isPicture = t === 'i';
  const isVoice = t === 'a';
  const box = isPicture ? { w: file.width ?? w, h: file.height ?? h, b: file.blur ?? b } : { w, h, b };
  // Only what lasts has a length, and only a voice a loudness.
  const sound = { d: isVoice || t === 'v' ? d : undefined, f: isVoice ? f : undefined };
  const part = { id, t, z: file.whole, m: file.type, n: name, ...box, ...sound };
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as MediaPart;
}
