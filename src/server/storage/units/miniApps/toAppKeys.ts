import { createHash, createHmac } from 'node:crypto';

/** What is kept of the token of an app's server: by which it is known again, and the key of init data as validators derive it. */
export function toAppKeys(token: string): { hash: Uint8Array; dataKey: Uint8Array } {
  return {
    hash: new Uint8Array(createHash('sha256').update(token).digest()),
    dataKey: new Uint8Array(createHmac('sha256', 'WebAppData').update(token).digest()),
  };
}

/** The token of an app's server: `<bot>:<secret>`. */
export const toAppToken = (bot: number, secret: string): string => `${bot}:${secret}`;
