/** What stands behind the messages of a chat: plain, four quiet colours, three patterns. */
export const chatGrounds = ['plain', 'sand', 'sky', 'leaf', 'rose', 'dots', 'weave', 'waves'] as const;
export type ChatGround = (typeof chatGrounds)[number];

/** Colours of own bubbles. */
export const chatTints = ['teal', 'blue', 'violet', 'rose', 'amber', 'green'] as const;
export type ChatTint = (typeof chatTints)[number];

/** How one person sees one chat. */
export interface ChatLook {
  ground: ChatGround;
  tint: ChatTint;
}

export const plainLook: ChatLook = { ground: 'plain', tint: 'teal' };

/** Key of the setting (`pref.set`) that holds how a person sees one chat. */
export const chatLookKey = (c: number): string => `chatLook.${c}`;

/** The chat of such a key. Undefined: another setting. */
export const chatOfLookKey = (key: string): number | undefined =>
  /^chatLook\.\d+$/.test(key) ? Number(key.slice('chatLook.'.length)) : undefined;

/** A stored setting; what makes no sense, or is of a later version, counts as plain. */
export function toChatLook(value: unknown): ChatLook {
  const { ground, tint } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    ground: chatGrounds.find((name) => name === ground) ?? plainLook.ground,
    tint: chatTints.find((name) => name === tint) ?? plainLook.tint,
  };
}
