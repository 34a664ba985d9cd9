import type { TextKey } from '#client/locales/texts.ts';
import type { Services } from '#client/context.ts';

/** Keeps a message, and says how that went. */
export type KeepLine = (
  commands: Services['commands'],
  message: Parameters<Services['commands']['keepMessage']>[0],
  say: (words: TextKey, isBad: boolean) => void,
) => Promise<void>;

const words = { kept: 'keep.done', known: 'keep.known', missing: 'keep.missing' } as const;

export const keepLine: KeepLine = async (commands, message, say) => {
  const how = await commands.keepMessage(message);
  say(words[how], how === 'missing');
};
