import { randomBytes } from 'node:crypto';
import { toPicture } from '#domain/faceId.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { AppId, UserId } from '#protocol/ids.ts';
import { toAppId } from '#protocol/casts.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { newOp, type ChatWorld } from './chatWorld.ts';

/** An id that no other test has. */
export const newAppId = (name = 'cafe'): AppId => toAppId(`${name}-${randomBytes(6).toString('hex')}`);

/** A manifest of an app on a server of its maker. */
export const manifestOf = (more: Partial<AppManifest> = {}, scopes: readonly AppScope[] = []): AppManifest => ({
  names: { en: 'Queue ticket', ja: '整理券カフェ' },
  about: { en: 'Your place in the line of the café, wherever you wait for it, and a word when it is your turn' },
  category: 'around',
  view: 'tall',
  scopes: scopes.map((scope) => ({ scope, reason: { en: `It needs ${scope} to tell you when it is your turn.` } })),
  connect: [],
  links: ['example.org'],
  source: { kind: 'upstream', url: 'https://queue.example.net/start/page?shop=7' },
  ...more,
});

/** Makes a person an administrator of the installation, or no longer. */
export async function makeAdmin(world: ChatWorld, user: UserId, isAdmin = true): Promise<void> {
  await world.storage.runUnit(setRole, { user, role: isAdmin ? 1 : 0 });
}
const setRole = writeUnit(async (tx, { user, role }: { user: UserId; role: number }) => {
  await tx.sql('UPDATE users SET role = ? WHERE id = ?', [role, user]);
});

/** A finished upload of an icon; answers how a manifest names it. */
export async function uploadIcon(world: ChatWorld, owner: UserId): Promise<string> {
  const id = toMediaId(randomBytes(16).toString('base64url'));
  const picture = { type: 'image/webp', width: 512, height: 512, bytes: 2 };
  await world.storage.run('addMedia', { id, owner, purpose: 'app', ...picture });
  return toPicture(id);
}

/** An app with its first version given to the reviewers. */
export async function submitNew(
  world: ChatWorld,
  maker: UserId,
  manifest: AppManifest = manifestOf(),
  app: AppId = newAppId(),
): Promise<{ app: AppId; token: string; bot: number }> {
  const made = await world.ask(maker, 'maker.create', { app, op: newOp() });
  await world.ask(maker, 'maker.save', { app, manifest, op: newOp() });
  await world.ask(maker, 'maker.submit', { app, on: true, op: newOp() });
  return { app, token: made.token, bot: made.app.bot };
}

/** A further version that people get. */
export async function publishNext(
  world: ChatWorld,
  { maker, admin, app, n }: { maker: UserId; admin: UserId; app: AppId; n: number },
  manifest: AppManifest,
): Promise<void> {
  await world.ask(maker, 'maker.save', { app, manifest, op: newOp() });
  await world.ask(maker, 'maker.submit', { app, on: true, op: newOp() });
  await world.ask(admin, 'review.decide', { app, n, ok: true, op: newOp() });
}

/** A live app. */
export async function publishNew(
  world: ChatWorld,
  maker: UserId,
  admin: UserId,
  manifest: AppManifest = manifestOf(),
): Promise<{ app: AppId; token: string; bot: number }> {
  const made = await submitNew(world, maker, manifest);
  await world.ask(admin, 'review.decide', { app: made.app, n: 1, ok: true, op: newOp() });
  return made;
}
