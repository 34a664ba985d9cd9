import type { AppVersion, MadeApp } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import type { MadeFacts, VersionFacts } from '#server/storage/units/miniApps/listMadeApps.ts';
import type { AppTools } from './appTools.ts';
import { toAppHost } from './toAppCard.ts';

/** A version with the host at which it alone runs. */
export const toAppVersion = (tools: AppTools, app: AppId, version: VersionFacts): AppVersion => ({
  ...version,
  preview: toAppHost(tools, tools.seals.previewLabel(app, version.n)),
});

/** An app as its maker sees it. */
export const toMadeApp = (tools: AppTools, facts: MadeFacts): MadeApp => ({
  ...facts,
  versions: facts.versions.map((version) => toAppVersion(tools, facts.id, version)),
});
