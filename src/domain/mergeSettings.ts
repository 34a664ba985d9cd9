import { chatSettingsSchema, type ChatSettings, type ChatSettingsChange } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';

/** Switches that only communities have; a group is not shown to strangers, so none of them can open it. */
const communityOnly = ['cat', 'listed', 'peek', 'rules'] as const satisfies (keyof ChatSettings)[];

/**
 * The settings of a chat after a change, in the order of the schema, so that equal settings are equal texts. Undefined: together they make no sense for this
 * kind of chat. `hasCode`: whether the chat has a join code afterwards.
 */
export function mergeSettings(
  before: ChatSettings | undefined,
  change: ChatSettingsChange,
  { kind, hasCode }: { kind: number; hasCode: boolean },
): ChatSettings | undefined {
  const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null && value !== undefined);
  const parsed = chatSettingsSchema.safeParse(Object.fromEntries(merged));
  if (!parsed.success) return undefined;
  const set = parsed.data;
  if (set.join === joinMode.closed) delete set.join;
  if (set.join === joinMode.code && !hasCode) return undefined;
  if (kind === chatKind.community) return set;
  const isGroupLike = set.join === undefined || set.join === joinMode.approval;
  return isGroupLike && !hasCode && communityOnly.every((name) => set[name] === undefined) ? set : undefined;
}
