import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppManifest, AppTexts } from '#protocol/entities/miniApps.ts';

/** What of a list is new and what is no more on it. */
export interface ListChange<Entry extends string> {
  readonly added: readonly Entry[];
  readonly gone: readonly Entry[];
}

/** What a version changes against the one that people have. Without one everything is new. */
export interface ManifestChanges {
  readonly isFirst: boolean;
  readonly scopes: ListChange<AppScope>;
  /** scopes that were there, asked for with other words now */
  readonly reasons: readonly AppScope[];
  readonly connect: ListChange<string>;
  /** it may send data anywhere, and could not before */
  readonly opensAll: boolean;
  readonly links: ListChange<string>;
  /** its pages come from another place, or are other files */
  readonly isSourceNew: boolean;
  readonly looks: readonly ('names' | 'about' | 'category' | 'icon' | 'view')[];
}

/** Compares two versions for a reviewer. The order of lists means nothing. */
export function compareManifests(before: AppManifest | undefined, after: AppManifest): ManifestChanges {
  const isAny = (manifest: AppManifest | undefined) => manifest?.connect[0] === '*';
  const namesOf = (manifest: AppManifest | undefined) => manifest?.scopes.map(({ scope }) => scope) ?? [];
  const reasonOf = (manifest: AppManifest | undefined, wanted: AppScope) =>
    manifest?.scopes.find(({ scope }) => scope === wanted)?.reason;
  const scopes = compareLists(namesOf(before), namesOf(after));
  return {
    isFirst: before === undefined,
    scopes,
    reasons: namesOf(after).filter(
      (scope) => !scopes.added.includes(scope) && !isSameText(reasonOf(before, scope), reasonOf(after, scope)),
    ),
    connect: compareLists(isAny(before) ? [] : (before?.connect ?? []), isAny(after) ? [] : after.connect),
    opensAll: isAny(after) && !isAny(before),
    links: compareLists(before?.links ?? [], after.links),
    isSourceNew: before === undefined || !isSameSource(before.source, after.source),
    looks: before === undefined ? [] : comparedLooks(before, after),
  };
}

/** Whether a version asks for nothing that people have not been told before. */
export const isHarmless = (changes: ManifestChanges): boolean =>
  changes.scopes.added.length === 0 &&
  changes.reasons.length === 0 &&
  changes.connect.added.length === 0 &&
  changes.links.added.length === 0 &&
  !changes.opensAll &&
  !changes.isSourceNew;

function compareLists<Entry extends string>(before: readonly Entry[], after: readonly Entry[]): ListChange<Entry> {
  return {
    added: after.filter((entry) => !before.includes(entry)),
    gone: before.filter((entry) => !after.includes(entry)),
  };
}

function comparedLooks(before: AppManifest, after: AppManifest): ManifestChanges['looks'] {
  return [
    ...(isSameText(before.names, after.names) ? [] : (['names'] as const)),
    ...(isSameText(before.about, after.about) ? [] : (['about'] as const)),
    ...(['category', 'icon', 'view'] as const).filter((part) => before[part] !== after[part]),
  ];
}

function isSameText(one: AppTexts | undefined, other: AppTexts | undefined): boolean {
  return (['en', 'id', 'ja', 'ko', 'zh-TW'] as const).every((language) => one?.[language] === other?.[language]);
}

function isSameSource(one: AppManifest['source'], other: AppManifest['source']): boolean {
  if (one.kind === 'upstream') return other.kind === 'upstream' && one.url === other.url;
  return other.kind === 'bundle' && one.bundle === other.bundle && one.entry === other.entry;
}
