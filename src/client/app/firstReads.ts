import { openKabarDatabase, type KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import { pickLanguage } from './languages.ts';
import { loadTexts } from './loadTexts.ts';

type Start = Awaited<ReturnType<KabarDatabase['readStart']>>;

/** What the device is asked before anything else. */
export interface FirstReads {
  kabar: KabarDatabase;
  /** who was here last, and the device's settings; rejects when the database cannot be read */
  start: Promise<Start>;
}

/**
 * Begins to read. This module stands first among the page's imports and works while it is loaded: disk and cache answer while the browser is still busy with
 * the rest of the code, which costs as much time as they do.
 */
export const firstReads: FirstReads = begin();

function begin(): FirstReads {
  // Most people never choose another language than their browser's: its texts need not wait for the database.
  loadTexts(pickLanguage(undefined, navigator.languages)).catch(ignore);
  const kabar = openKabarDatabase();
  const start = kabar.readStart();
  start.catch(ignore);
  return { kabar, start };
}

/** Whoever awaits a read hears of its failure; until then it is nobody's. */
function ignore(): void {
  // Heard later.
}
