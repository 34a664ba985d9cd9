import type { MediaUrls } from '#server/services/media/mediaUrls.ts';
import type { AccessTokens } from './accessTokens.ts';
import type { Passwords } from './passwords.ts';
import type { RefreshTokens } from './refreshTokens.ts';

/** What use cases need of the installation's secrets beside the ServiceContext, behind interfaces. */
export interface AccountTools {
  readonly passwords: Passwords;
  readonly accessTokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly mediaUrls: MediaUrls;
}
