import { appScopes, type AppScope } from '#protocol/entities/appScopes.ts';
import {
  appCategories,
  appLanguages,
  appState,
  appViews,
  versionState,
  type AppCategory,
  type AppLanguage,
  type AppView,
} from '#protocol/entities/appStates.ts';
import type { AppManifest, AppTexts } from '#protocol/entities/miniApps.ts';
import { limits } from '#protocol/limits.ts';

/** What a maker chooses from, for screens: they have no other way to the lists of the wire. */
export const makerChoices = {
  scopes: appScopes,
  categories: appCategories,
  views: appViews,
  languages: appLanguages,
  appState,
  versionState,
} as const;

/** Bounds that forms and hints of makers name; lengths in UTF-16 units, `zip` in bytes. */
export const makerLimits = {
  name: limits.appNameMax,
  about: limits.appAboutMax,
  reason: limits.appReasonMax,
  hosts: limits.appHostsMax,
  testers: limits.appTestersMax,
  apps: limits.appsMax,
  zip: limits.bundleZipMax,
  files: limits.bundleFilesMax,
  note: limits.noteMax,
} as const;

/** A text in each language as it is typed; empty where nobody wrote one. */
export type TextForm = Readonly<Record<AppLanguage, string>>;

/** A manifest as it is filled in. What is not chosen at the moment (the other kind of source) stays, so that a look at it costs nothing. */
export interface ManifestForm {
  names: TextForm;
  about: TextForm;
  category: AppCategory;
  /** `m:<id>` */
  icon: string | undefined;
  view: AppView;
  /** the reason for each scope that is asked for */
  scopes: Readonly<Partial<Record<AppScope, TextForm>>>;
  /** its pages may send data to any host */
  isAnyHost: boolean;
  connect: readonly string[];
  links: readonly string[];
  source: 'upstream' | 'bundle';
  url: string;
  /** id of the uploaded files, empty before there are any */
  bundle: string;
  /** path of the first page in the files */
  entry: string;
}

const noTexts: TextForm = { en: '', id: '', ja: '', ko: '', 'zh-TW': '' };

/** A text that nobody has written yet. */
export const emptyTexts = (): TextForm => ({ ...noTexts });

/** The form of a first version. Nothing is allowed: whoever needs a scope or a host says so. */
export const emptyManifestForm = (): ManifestForm => ({
  names: noTexts,
  about: noTexts,
  category: 'tools',
  icon: undefined,
  view: 'tall',
  scopes: {},
  isAnyHost: false,
  connect: [],
  links: [],
  source: 'bundle',
  url: '',
  bundle: '',
  entry: 'index.html',
});

const toTextForm = (texts: AppTexts): TextForm => ({
  en: texts.en,
  id: texts.id ?? '',
  ja: texts.ja ?? '',
  ko: texts.ko ?? '',
  'zh-TW': texts['zh-TW'] ?? '',
});

/** The form of a version that exists. */
export function toManifestForm(manifest: AppManifest): ManifestForm {
  const { source } = manifest;
  const isAnyHost = manifest.connect.length === 1 && manifest.connect[0] === '*';
  return {
    ...emptyManifestForm(),
    names: toTextForm(manifest.names),
    about: toTextForm(manifest.about),
    category: manifest.category,
    icon: manifest.icon,
    view: manifest.view,
    scopes: Object.fromEntries(manifest.scopes.map(({ scope, reason }) => [scope, toTextForm(reason)])),
    isAnyHost,
    connect: isAnyHost ? [] : manifest.connect,
    links: manifest.links,
    source: source.kind,
    ...(source.kind === 'upstream' ? { url: source.url } : { bundle: source.bundle, entry: source.entry }),
  };
}
