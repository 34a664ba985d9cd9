/** Small steps that keep a SQLite file in shape; done every second, each takes a few ms. */
export const housekeeping = {
  /** Copies what the log holds into the file, as far as no reader needs it. Waits for nobody. */
  copyLog: 'PRAGMA wal_checkpoint(PASSIVE)',
  /** Gives at most 64 free pages (256 KB) back to the file system. */
  giveBackPages: 'PRAGMA incremental_vacuum(64)',
} as const;
