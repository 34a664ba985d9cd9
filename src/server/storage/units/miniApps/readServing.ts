import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { readUnit } from '#server/storage/unit.ts';

/** What runs at one address. `state`: of the app, see `appState`. `version`: null where there is none, as before the first was let in. */
export interface Serving {
  readonly state: number;
  readonly version: { readonly n: number; readonly manifest: AppManifest } | null;
}

/**
 * The version of an app that people get, or with `n` that very one; null for an app that never was. Whether it may be shown in its state is the asker's matter: an app that was
 * closed or removed still has an answer to give.
 */
export const readServing = readUnit(
  async (tx, input: { app: AppId; n?: number | undefined }): Promise<Serving | null> => {
    const [row] = await tx.sql<{ state: number; n: number | null; manifest: string | null }>(
      `SELECT a.state, v.n, v.manifest FROM apps a
       LEFT JOIN app_versions v ON v.app_id = a.id AND v.n = coalesce(CAST(? AS bigint), a.live_n) WHERE a.id = ?`,
      [input.n ?? null, input.app],
    );
    if (!row) return null;
    const { state, n, manifest } = row;
    const version = n === null || manifest === null ? null : { n, manifest: JSON.parse(manifest) as AppManifest };
    return { state, version };
  },
);
