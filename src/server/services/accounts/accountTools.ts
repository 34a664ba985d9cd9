import type { AccessTokens } from './accessTokens.ts';
import type { Passwords } from './passwords.ts';
import type { RefreshTokens } from './refreshTokens.ts';

/** What account use cases need beside the ServiceContext: the secrets of the installation, behind interfaces. */
export interface AccountTools {
  readonly passwords: Passwords;
  readonly accessTokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
}
