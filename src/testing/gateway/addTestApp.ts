import { appState, versionState } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** An app as a test wants it. `versions`: manifests, the first is version 1. `live`: number of the one that people get. */
export interface TestApp {
  readonly id: string;
  readonly owner?: number;
  readonly state?: number;
  readonly live?: number | null;
  readonly versions: readonly AppManifest[];
}

const writeApp = writeUnit(async (tx, app: Required<TestApp>): Promise<null> => {
  await tx.sql(
    `INSERT INTO apps (id, owner_id, bot, state, live_n, token_hash, data_key, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [app.id, app.owner, tx.ids.id(), app.state, app.live, new Uint8Array(32), new Uint8Array(32), tx.now],
  );
  for (const [at, manifest] of app.versions.entries())
    await tx.sql('INSERT INTO app_versions (app_id, n, manifest, state, created_at) VALUES (?, ?, ?, ?, ?)', [
      app.id,
      at + 1,
      JSON.stringify(manifest),
      at + 1 === app.live ? versionState.approved : versionState.draft,
      tx.now,
    ]);
  return null;
});

const writeState = writeUnit(async (tx, input: { id: string; state: number }): Promise<null> => {
  await tx.sql('UPDATE apps SET state = ?, removed_at = ? WHERE id = ?', [
    input.state,
    input.state === appState.removed ? tx.now : null,
    input.id,
  ]);
  return null;
});

/** Writes an app past the rules by which makers make one. */
export async function addTestApp(storage: LocalStorage, app: TestApp): Promise<AppId> {
  const { owner = 1, state = appState.live, live = 1 } = app;
  await storage.runUnit(writeApp, { ...app, owner, state, live });
  return app.id as AppId;
}

/** Puts an app into another state. */
export async function setAppState(storage: LocalStorage, id: string, state: number): Promise<void> {
  await storage.runUnit(writeState, { id, state });
}

/** A manifest with nothing special in it. */
export function testManifest(source: AppManifest['source'], connect: AppManifest['connect'] = []): AppManifest {
  const text = { en: 'Café' };
  return { names: text, about: text, category: 'tools', view: 'tall', scopes: [], connect, links: [], source };
}
