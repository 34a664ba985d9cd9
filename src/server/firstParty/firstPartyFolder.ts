import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toUserId } from '#protocol/casts.ts';
import type { UserId } from '#protocol/ids.ts';

/** What is kept of one of our own mini-apps beside its data. */
export interface FirstPartyFolder {
  readonly path: string;
  /** port at the last start; 0: any */
  readonly port: number;
  /** first part of its token and the secret behind it */
  readonly bot: number;
  readonly secret: string;
  /** the icon that was uploaded last, and what it was drawn from */
  readonly icon: { readonly face: string; readonly mark: string } | undefined;
  keepPort(port: number): void;
  keepToken(bot: number): void;
  keepIcon(face: string, mark: string): void;
  /** Adds codes to those that its staff can be told. */
  keepCodes(codes: Readonly<Record<string, string>>): void;
}

/** Numbers of ten digits, as tokens have them. */
const bots = { min: 1_000_000_000, count: 9_000_000_000 };

/** Opens the folder of an app below the data folder, readable by its owner only; at the first time its secret is made up. */
export function firstPartyFolder(dataDir: string, name: string): FirstPartyFolder {
  const path = join(dataDir, 'first-party', name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const [, bot, secret] = /^(\d{10}):([\w-]{35})$/.exec(read(path, 'token')) ?? [];
  const [, face, mark] = /^(m:[\w-]+) ([\w-]+)$/.exec(read(path, 'icon')) ?? [];
  const own = secret ?? randomBytes(27).toString('base64url').slice(0, 35);
  const port = Number(read(path, 'port'));
  return {
    path,
    port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0,
    bot: bot === undefined ? bots.min + randomInt(bots.count) : Number(bot),
    secret: own,
    icon: face === undefined || mark === undefined ? undefined : { face, mark },
    keepPort: (next) => write(path, 'port', String(next)),
    keepToken: (next) => write(path, 'token', `${next}:${own}`),
    keepIcon: (next, of) => write(path, 'icon', `${next} ${of}`),
    keepCodes(codes) {
      if (Object.keys(codes).length === 0) return;
      const known = JSON.parse(read(path, 'staff-codes.json') || '{}') as object;
      write(path, 'staff-codes.json', JSON.stringify({ ...known, ...codes }, null, 2));
    },
  };
}

/** The account that our own apps belong to; made up at the first time. */
export function firstPartyOwner(dataDir: string): UserId {
  const path = join(dataDir, 'first-party');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const known = Number(read(path, 'owner'));
  if (Number.isSafeInteger(known) && known > 0) return toUserId(known);
  // 48 bits, which is as many as the generator gives at once.
  const owner = 1 + randomInt(2 ** 48 - 1);
  write(path, 'owner', String(owner));
  return toUserId(owner);
}

const read = (path: string, name: string): string =>
  existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8').trim() : '';

/** A crash in the middle leaves the old file. */
function write(path: string, name: string, text: string): void {
  writeFileSync(join(path, `${name}.new`), `${text}\n`, { mode: 0o600 });
  renameSync(join(path, `${name}.new`), join(path, name));
}
