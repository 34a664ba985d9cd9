import { AuthPage, type AuthPageProps } from '#client/features/auth/AuthPage.tsx';

export type SignUpScreenProps = Pick<AuthPageProps, 'isInvited'>;

/** `/signup`. */
export function SignUpScreen({ isInvited }: SignUpScreenProps) {
  return <AuthPage mode="signUp" isInvited={isInvited} />;
}
