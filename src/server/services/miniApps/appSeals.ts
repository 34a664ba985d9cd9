import { createHmac, createPrivateKey, createPublicKey, hkdfSync, sign, timingSafeEqual } from 'node:crypto';
import type { AppId, ChatId, OpId, UserId } from '#protocol/ids.ts';

/** Names and signatures that only this installation can make. */
export interface AppSeals {
  /** Label of the host at which one version runs alone: `<id>--<n>-<key>`, at most 63 characters. Nobody guesses it. */
  previewLabel(app: AppId, n: number): string;
  /** Which version a label means; undefined for one that is not ours. */
  readPreview(label: string): { app: AppId; n: number } | undefined;
  /** Under which name a maker knows a chat: the same for all his apps, different for every maker. */
  chatInstance(owner: UserId, c: ChatId): string;
  /**
   * Secret part of the token of an app's server: 35 url-safe characters. It follows from the command that asked for it, so that a repeat is answered with the same one
   * although it is not kept.
   */
  appSecret(app: AppId, op: OpId): string;
  /** Ed25519 over what third parties check, base64url. */
  sign(text: string): string;
  /** The public half of the key, hex. */
  readonly publicKey: string;
}

/** PKCS #8 of an Ed25519 key, up to its 32 bytes of seed (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes {@link AppSeals} from the server's secret. */
export function createAppSeals(secret: Uint8Array): AppSeals {
  const keyOf = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `kabar app ${use}`, 32));
  const [previewKey, chatKey, tokenKey] = [keyOf('preview'), keyOf('chat'), keyOf('token')];
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, keyOf('ed25519')]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const previewSeal = (app: string, n: string): string =>
    createHmac('sha256', previewKey).update(`${app} ${n}`).digest('hex').slice(0, 20);
  return {
    previewLabel: (app, n) => `${app}--${n}-${previewSeal(app, String(n))}`,
    readPreview(label) {
      const [, app, n, seal] = /^(.{3,32})--([1-9]\d{0,5})-([0-9a-f]{20})$/.exec(label) ?? [];
      if (app === undefined || n === undefined || seal === undefined) return undefined;
      if (!timingSafeEqual(Buffer.from(seal), Buffer.from(previewSeal(app, n)))) return undefined;
      return { app: app as AppId, n: Number(n) };
    },
    chatInstance: (owner, c) => {
      const digest = createHmac('sha256', chatKey).update(`${owner} ${c}`).digest();
      // Pages expect a whole number as text, of either sign.
      return digest.readBigInt64BE(0).toString();
    },
    appSecret: (app, op) => createHmac('sha256', tokenKey).update(`${app} ${op}`).digest('base64url').slice(0, 35),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    publicKey,
  };
}
