import type { ChatSettingsChange } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { ChatMeta } from '#protocol/entities/chat.ts';
import type { RequestInput } from '#protocol/requests.ts';
import {
  communityLimits,
  placeProblems,
  toBound,
  toJoinWay,
  type FoundingProblems,
  type PlaceForm,
} from './communityRules.ts';

/** A community as its settings screen fills it in: the form of a founding without the founder, and the lines about comings and goings. */
export interface SettingsForm extends PlaceForm {
  hasLines: boolean;
}
/** What a community is now. `code`: its join code, where it is known. */
export interface PlaceNow {
  meta: Pick<ChatMeta, 'title' | 'about' | 'cap' | 'hist' | 'set'>;
  code?: string | undefined;
}
/** What a form asks of the server: `chat.meta` and `chat.settings` without chat and op, each only where something differs. */
export interface PlaceChange {
  meta?: { title?: string; about?: string };
  settings?: Omit<RequestInput<'chat.settings'>, 'c' | 'op'>;
}

/** The form as it stands when nothing was changed. */
export function toSettingsForm({ meta, code = '' }: PlaceNow): SettingsForm {
  const { set = {} } = meta;
  return {
    title: meta.title ?? '',
    about: meta.about ?? '',
    rules: set.rules ?? '',
    topic: set.cat ?? '',
    isListed: set.listed === 1,
    isReadable: set.peek === 1,
    hasLines: set.lines === 1,
    join: toJoinWay(set.join ?? joinMode.closed),
    code,
    question: set.ask ?? '',
    days: String(meta.hist ?? communityLimits.histMax),
    cap: String(meta.cap),
  };
}

/**
 * What a form changes of a community, so that what somebody else changes meanwhile stays. No `change`: something is wrong, or nothing differs. A code and a
 * question go when the way of joining does not use them.
 */
export function checkSettings(form: SettingsForm, now: PlaceNow): { problems: FoundingProblems; change?: PlaceChange } {
  const problems = placeProblems(form);
  if (Object.keys(problems).length > 0) return { problems };
  const before = toSettingsForm(now);
  const differs = (field: keyof SettingsForm): boolean => trimmed(form[field]) !== trimmed(before[field]);
  const meta = {
    ...(differs('title') ? { title: form.title.trim() } : {}),
    ...(differs('about') ? { about: form.about.trim() } : {}),
  };
  const set = changedSwitches(form, before, differs);
  const code = changedCode(form, before);
  const { capMin, capMax, histMax } = communityLimits;
  const settings = {
    ...(code === undefined ? {} : { code }),
    ...(differs('days') ? { hist: toBound(form.days, 0, histMax) ?? 0 } : {}),
    ...(differs('cap') ? { cap: toBound(form.cap, capMin, capMax) ?? capMax } : {}),
  };
  const isSet = Object.keys(set).length > 0 || Object.keys(settings).length > 0;
  const change: PlaceChange = {
    ...(Object.keys(meta).length > 0 ? { meta } : {}),
    ...(isSet ? { settings: { set, ...settings } } : {}),
  };
  return Object.keys(change).length > 0 ? { problems, change } : { problems };
}

/** A code is let go with the way of joining that used it; one that was set aside before stays where it is. */
function changedCode(form: SettingsForm, before: SettingsForm): string | null | undefined {
  if (form.join !== 'code') return before.join === 'code' && before.code !== '' ? null : undefined;
  return form.code.trim() === before.code ? undefined : form.code.trim();
}

const trimmed = (value: string | boolean): string | boolean => (typeof value === 'string' ? value.trim() : value);

function changedSwitches(
  form: SettingsForm,
  before: SettingsForm,
  differs: (field: keyof SettingsForm) => boolean,
): ChatSettingsChange {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const flag = (isOn: boolean) => (isOn ? (1 as const) : null);
  const ask = form.join === 'approval' ? text(form.question) : null;
  return {
    ...(differs('join') ? { join: form.join === 'closed' ? null : joinMode[form.join] } : {}),
    ...(ask === text(before.question) ? {} : { ask }),
    ...(differs('rules') ? { rules: text(form.rules) } : {}),
    ...(differs('topic') ? { cat: form.topic === '' ? null : form.topic } : {}),
    ...(differs('isListed') ? { listed: flag(form.isListed) } : {}),
    ...(differs('isReadable') ? { peek: flag(form.isReadable) } : {}),
    ...(differs('hasLines') ? { lines: flag(form.hasLines) } : {}),
  };
}
