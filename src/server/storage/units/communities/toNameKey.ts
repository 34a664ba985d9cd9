import { foldName } from '#domain/foldName.ts';
import { AppError } from '#protocol/errors.ts';

/** The key of a name inside a community. Throws BAD for a name that shows nothing to tell it by. */
export function toNameKey(name: string): string {
  const key = foldName(name);
  if (key === '') throw new AppError('BAD', { message: 'a name needs a letter, digit or symbol' });
  return key;
}
