import type { AppScope } from '#protocol/entities/appScopes.ts';
import { appLanguages, type AppLanguage } from '#protocol/entities/appStates.ts';
import { appManifestSchema, type AppManifest } from '#protocol/entities/miniApps.ts';
import { makerChoices, type ManifestForm, type TextForm } from './manifestForms.ts';

/** A place in the form that can be wrong. */
export type ManifestField =
  | 'icon'
  | 'url'
  | 'bundle'
  | 'entry'
  | 'connect'
  | 'links'
  | `${'names' | 'about' | `scopes.${AppScope}`}.${AppLanguage}`;

/** `form`: it does not look like what is asked for. `characters`: it holds some that no line may have. */
export type ManifestProblem = 'missing' | 'long' | 'characters' | 'form';
export type ManifestProblems = { readonly [Field in ManifestField]?: ManifestProblem };

/** Checks the form by the schema of the wire itself, so that no rule is written twice. `manifest` is there when nothing is wrong. */
export function checkManifest(form: ManifestForm): { problems: ManifestProblems; manifest?: AppManifest } {
  const scopes = makerChoices.scopes.filter((scope) => form.scopes[scope] !== undefined);
  const parsed = appManifestSchema.safeParse(toCandidate(form, scopes));
  if (parsed.success) return { problems: {}, manifest: parsed.data };
  const problems: Partial<Record<ManifestField, ManifestProblem>> = {};
  for (const { path, code } of parsed.error.issues) {
    const field = toField(path, scopes);
    problems[field] ??= toProblem(field, code, form);
  }
  return { problems };
}

/** What would be sent. Its type is the schema's matter. */
function toCandidate(form: ManifestForm, scopes: readonly AppScope[]): unknown {
  return {
    names: toTexts(form.names),
    about: toTexts(form.about),
    category: form.category,
    ...(form.icon === undefined ? {} : { icon: form.icon }),
    view: form.view,
    scopes: scopes.map((scope) => ({ scope, reason: toTexts(form.scopes[scope]) })),
    connect: form.isAnyHost ? ['*'] : form.connect,
    links: form.links,
    source:
      form.source === 'upstream'
        ? { kind: 'upstream', url: form.url.trim() }
        : { kind: 'bundle', bundle: form.bundle, entry: form.entry.trim() },
  };
}

/** Languages without a text are left out; English is not, because it stands for them. */
function toTexts(texts: TextForm | undefined): Record<string, string> {
  const written = appLanguages.filter((language) => language === 'en' || texts?.[language].trim() !== '');
  return Object.fromEntries(written.map((language) => [language, texts?.[language].trim() ?? '']));
}

/** The field that an issue of the schema is about. */
function toField(path: readonly PropertyKey[], scopes: readonly AppScope[]): ManifestField {
  const [part, second, , fourth] = path;
  if (part === 'scopes') return `scopes.${scopes[Number(second)]}.${String(fourth ?? 'en')}` as ManifestField;
  if (part === 'names' || part === 'about') return `${part}.${String(second ?? 'en')}` as ManifestField;
  return String(part === 'source' ? second : part) as ManifestField;
}

function toProblem(field: ManifestField, code: string | undefined, form: ManifestForm): ManifestProblem {
  if (code === 'too_small') return 'missing';
  if (code === 'too_big') return 'long';
  if ((field === 'url' || field === 'bundle') && form[field].trim() === '') return 'missing';
  return /^(?:names|about|scopes)\./.test(field) ? 'characters' : 'form';
}
