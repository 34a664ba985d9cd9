import { tusUploads, type TusUploadsDeps } from '#client/adapters/media/tusUploads.ts';
import { backoff } from '#base/backoff.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { reactionTo, type Ack } from '#protocol/errors.ts';
import type { UploadRow } from '#sync/changes.ts';

/** How often a file is tried before whoever asked is told, and how long after one try comes the next, ms. */
const tries = 6;
const baseMs = 500;
const capMs = 8_000;

/** Sends a file that no message has: it goes on where the server has it after every interruption. Its bytes leave the device's own store when it has arrived. */
export async function sendLoose(
  deps: TusUploadsDeps,
  part: MediaPart,
  onSent: (bytes: number) => void,
): Promise<Ack<null>> {
  const uploads = tusUploads(deps);
  const { id, t, n, m, z } = part;
  const row = { id, t, bytes: z, ...(n === undefined ? {} : { n }), ...(m === undefined ? {} : { m }) } as UploadRow;
  for (let turn = 0; ; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each try stands on how the last one ended
    const answer = await uploads.send(row, onSent).done;
    if (answer.ok) await uploads.settle([row]);
    if (answer.ok || turn + 1 >= tries || reactionTo(answer.code) !== 'retry') return answer;
    const wait = backoff(turn, { baseMs, capMs, random: () => Math.random() });
    await new Promise((resolve) => void setTimeout(resolve, wait));
  }
}
