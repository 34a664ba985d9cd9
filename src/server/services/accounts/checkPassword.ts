import { AppError } from '#protocol/errors.ts';

/** How many of the most common passwords are refused. */
const commonCount = 10_000;
let common: Promise<ReadonlySet<string>> | undefined;

// The list takes a moment to unpack, so it is loaded when somebody first chooses a password.
async function loadCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].slice(0, commonCount));
}

/** Throws WEAK_PASSWORD for a password that many people use or that is the handle itself, whatever its capitals. */
export async function checkPassword(password: string, handle: string): Promise<void> {
  const folded = password.toLowerCase();
  const isCommon = (await (common ??= loadCommon())).has(folded);
  if (isCommon || folded === handle || new Set(folded).size < 3) throw new AppError('WEAK_PASSWORD');
}
