import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '#protocol/errors.ts';

/** Cost of one argon2id hash. The defaults take 19 MiB and two passes; only tests and benchmarks go below. */
export interface PasswordCost {
  readonly memoryKiB: number;
  readonly passes: number;
}
export const defaultPasswordCost: PasswordCost = { memoryKiB: 19_456, passes: 2 };

/** Makes and checks password hashes. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** `null` stands for an account that does not exist: it costs the same work and answers false. */
  verify(hashed: string | null, password: string): Promise<boolean>;
}

/** The two operations that cost memory and time; tests count them. */
export interface Argon {
  hash(password: string, cost: PasswordCost): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
}

/** argon2id with a salt of its own per hash. */
export const nativeArgon: Argon = {
  hash: (password, cost) => hash(password, { memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: 1 }),
  verify: (hashed, password) => verify(hashed, password),
};

/** Beyond this many callers in line the answer would come after the client has given up. */
const queueMax = 100;
const busyRetryMs = 2_000;

/** Makes {@link Passwords}. At most one hash per core runs at a time, so that a rush of logins cannot use up the memory. */
export function createPasswords(cost: PasswordCost = defaultPasswordCost, argon: Argon = nativeArgon): Passwords {
  const gate = createGate(Math.max(2, availableParallelism()));
  // A hash of the same cost for accounts that do not exist; its password is thrown away.
  let dummy: Promise<string> | undefined;
  const getDummy = () => (dummy ??= argon.hash(crypto.randomUUID(), cost));
  return {
    hash: (password) => gate(() => argon.hash(password, cost)),
    async verify(hashed, password) {
      // It is made on the first call in any case: otherwise the first unknown handle would take twice as long.
      const spare = await getDummy();
      const isRight = await gate(() => argon.verify(hashed ?? spare, password));
      return hashed !== null && isRight;
    },
  };
}

function createGate(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= width) {
      if (waiting.length >= queueMax) throw new AppError('BUSY', { retry: busyRetryMs });
      // The one who leaves hands over its place, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
