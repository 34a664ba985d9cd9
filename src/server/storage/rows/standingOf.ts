import type { Standing } from '#domain/permissions.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';

/** What the rules of `domain/permissions` ask of a member of a chat. `head`: the locked head, or the chat's own row. */
export function standingOf(
  head: { kind: number; settings: string },
  member: { state: number; role: number },
): Standing {
  const set = head.settings === '{}' ? undefined : (JSON.parse(head.settings) as ChatSettings);
  return { kind: head.kind, state: member.state, role: member.role, set };
}
