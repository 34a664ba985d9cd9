import { AuthPage, type AuthPageProps } from '#client/features/auth/AuthPage.tsx';

export type LogInScreenProps = Pick<AuthPageProps, 'isInvited'>;

/** `/login`, and every address while nobody is logged in. */
export function LogInScreen({ isInvited }: LogInScreenProps) {
  return <AuthPage mode="logIn" isInvited={isInvited} />;
}
