import { AuthPage } from '#client/features/auth/AuthPage.tsx';

/** `/login`, and every address while nobody is logged in. */
export function LogInScreen() {
  return <AuthPage mode="logIn" />;
}
