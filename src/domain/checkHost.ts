import { hostSchema } from '#protocol/entities/miniApps.ts';

/** A host as it will be listed, and whether it may be. A whole address is cut down to its host: that is what people have in their clipboard. */
export function checkHost(text: string): { host: string; isRight: boolean } {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?|wss?):\/\//, '')
    .replace(/[/?#].*$/, '');
  return { host, isRight: hostSchema.safeParse(host).success };
}
