import { initial } from './0001_initial.ts';
import { places } from './0002_places.ts';
import { media } from './0003_media.ts';
import { joining } from './0004_joining.ts';
import { guard } from './0005_guard.ts';
import { moderation } from './0006_moderation.ts';
import { rooms } from './0007_rooms.ts';
import { connect } from './0008_connect.ts';
import { apps } from './0009_apps.ts';
import { extras } from './0010_extras.ts';
import { files } from './0011_files.ts';
import { ballots } from './0012_ballots.ts';
import { keeps } from './0013_keeps.ts';
import { linkCards } from './0015_link_cards.ts';
import { scheduled } from './0014_scheduled.ts';
import { hidden } from './0016_hidden.ts';
import { threads } from './0017_threads.ts';
import { shelf } from './0018_shelf.ts';
import type { Migration } from './migration.ts';

/** All steps in order; the number of a database's schema is how many of them it has taken. */
export const migrations: readonly Migration[] = [
  initial,
  places,
  media,
  joining,
  guard,
  moderation,
  rooms,
  connect,
  apps,
  extras,
  files,
  ballots,
  keeps,
  linkCards,
  scheduled,
  hidden,
  threads,
  shelf,
];
