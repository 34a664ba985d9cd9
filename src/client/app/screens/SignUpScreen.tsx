import { AuthPage } from '#client/features/auth/AuthPage.tsx';

/** `/signup`. */
export function SignUpScreen() {
  return <AuthPage mode="signUp" />;
}
