import type { Reason } from '#protocol/entities/moderation.ts';
import type { Translate } from '#client/parts/systemText.ts';

/** Why something was caught, as moderators read it. */
export const reasonText = (t: Translate, { r, x }: Reason): string => t(`moderation.reason.${r}`, { text: x ?? '' });
