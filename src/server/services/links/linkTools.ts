import type { LinkPictures } from './linkPictures.ts';
import type { PageDoor } from './pageDoor.ts';

/** What the making of cards needs beside the ServiceContext. */
export interface LinkTools {
  readonly door: PageDoor;
  readonly pictures: LinkPictures;
  /** Whether an address is one of the messenger: its pages look alike to whoever is not signed in. */
  isOwn(url: URL): boolean;
  /** time for one page with all its redirects, ms */
  readonly pageMs: number;
}
