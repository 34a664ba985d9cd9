import { appState } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import { appIdSchema, type AppId } from '#protocol/ids.ts';
import type { AppSeals } from '#server/services/miniApps/appSeals.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';

/** What stands behind a label: a version, or the memory of an app that was closed or removed. */
export type Served = { kind: 'version'; app: AppId; n: number; manifest: AppManifest } | { kind: 'gone'; app: AppId };

/** Finds what a label means. */
export interface ServedLabels {
  /** Undefined: nothing for anybody who comes by this name. At most a second old, so that closing an app acts at once. */
  find(label: string): Promise<Served | undefined>;
}

/** How long an answer is used again, ms. */
const keptMs = 1_000;
/** Labels that are remembered: anybody can make up new ones. */
const keptMax = 2_000;

/** Makes {@link ServedLabels}. `clock`: monotonic, ms. */
export function createServedLabels(
  storage: ServiceContext['storage'],
  seals: Pick<AppSeals, 'readPreview'>,
  clock: () => number = () => performance.now(),
): ServedLabels {
  const kept = new Map<string, { at: number; served: Promise<Served | undefined> }>();
  const read = async (app: AppId, n: number | undefined): Promise<Served | undefined> => {
    const serving = await storage.run('readServing', { app, n });
    if (!serving) return undefined;
    const { state, version } = serving;
    if (state === appState.closed || state === appState.removed) return { kind: 'gone', app };
    // A draft has no place where people would find it; only the address of its very version leads there.
    if (!version || (n === undefined && state !== appState.live)) return undefined;
    return { kind: 'version', app, ...version };
  };
  return {
    find(label) {
      const meant = readLabel(label, seals);
      if (!meant) return Promise.resolve(undefined);
      const known = kept.get(label);
      if (known && clock() - known.at < keptMs) return known.served;
      const served = read(meant.app, meant.n);
      kept.delete(label);
      kept.set(label, { at: clock(), served });
      // A failure is no answer that could be used again.
      served.catch(() => kept.delete(label));
      if (kept.size > keptMax) for (const oldest of [...kept.keys()].slice(0, keptMax / 2)) kept.delete(oldest);
      return served;
    },
  };
}

function readLabel(label: string, seals: Pick<AppSeals, 'readPreview'>): { app: AppId; n?: number } | undefined {
  const plain = appIdSchema.safeParse(label);
  return plain.success ? { app: plain.data } : seals.readPreview(label);
}
