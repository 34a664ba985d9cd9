import type { KabarDatabase } from '../db/kabarDatabase.ts';

/**
 * Asks the browser not to throw this site's data away, once per device: some browsers put the question to the person, who should not hear it twice. Answers
 * whether the data is safe now.
 */
export async function keepStorage(kabar: Pick<KabarDatabase, 'getDevice' | 'putDevice'>): Promise<boolean> {
  if (await navigator.storage.persisted()) return true;
  if ((await kabar.getDevice('persist')) !== undefined) return false;
  await kabar.putDevice('persist', 'asked');
  return navigator.storage.persist();
}
