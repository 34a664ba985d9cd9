import { addLinkPicture } from './links/addLinkPicture.ts';
import { claimLink, hasDueLink } from './links/claimLink.ts';
import { dropLink } from './links/dropLink.ts';
import { cleanLinks, endLink } from './links/endLink.ts';
import { putCardOn } from './links/putCardOn.ts';

/** Units of work for cards of links; see `unit.ts` for the pattern. */
export const linkUnits = { addLinkPicture, claimLink, cleanLinks, dropLink, endLink, hasDueLink, putCardOn } as const;
