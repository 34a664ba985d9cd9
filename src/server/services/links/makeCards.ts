import { AppError } from '#protocol/errors.ts';
import { publishMessageChange } from '#server/services/messages/publishMessageChange.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { ClaimedLink } from '#server/storage/units/links/claimLink.ts';
import type { FoundCard } from '#server/storage/units/links/FoundCard.ts';
import { LinkProblem } from './LinkProblem.ts';
import type { LinkTools } from './linkTools.ts';
import { lookAtLink } from './lookAtLink.ts';

type Ground = Pick<ServiceContext, 'storage' | 'live'>;

/** Addresses that one node looks at, at a time: a slow one holds up no other for long. */
const atOnce = 4;

/** Makes the cards of all links that are due, one address at a time in each of a few lanes, and hangs them on their messages. `signal` ends it between two steps, and whatever is being fetched. */
export async function makeCards(ground: Ground, tools: LinkTools, signal: AbortSignal): Promise<void> {
  if (!(await ground.storage.run('hasDueLink', undefined))) return;
  await Promise.all(Array.from({ length: atOnce }, () => runLane(ground, tools, signal)));
}

async function runLane(ground: Ground, tools: LinkTools, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- lanes work off one after the other
    const link = await ground.storage.run('claimLink', undefined);
    if (!link) return;
    // oxlint-disable-next-line no-await-in-loop
    const card = link.known === undefined ? await look(ground, link, tools, signal) : link.known;
    // oxlint-disable-next-line no-await-in-loop
    if (card !== undefined) await hang(ground, link, card);
  }
}

/** Null: there is nothing; undefined: another time. */
async function look(
  { storage }: Ground,
  { url }: ClaimedLink,
  tools: LinkTools,
  signal: AbortSignal,
): Promise<FoundCard | null | undefined> {
  try {
    const card = await lookAtLink(new URL(url), tools, signal);
    await storage.run('endLink', { url, outcome: { kind: 'found', card } });
    return card;
  } catch (error) {
    const isFinal = error instanceof LinkProblem && error.isFinal;
    await storage.run('endLink', { url, outcome: { kind: isFinal ? 'nothing' : 'later' } });
    return isFinal ? null : undefined;
  }
}

/** One chat per transaction, as every change of one. */
async function hang({ storage, live }: Ground, { url, places }: ClaimedLink, card: FoundCard | null): Promise<void> {
  for (const { c, s } of places) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const change = await storage.run('putCardOn', { c, s, url, card });
      if (change) publishMessageChange(live, { r: 0, ...change });
    } catch (error) {
      // The chat is gone.
      if (!(error instanceof AppError && error.code === 'NOT_MEMBER')) throw error;
    }
  }
}
