import { JoinPane } from '#client/features/joining/JoinPane.tsx';

export type JoinScreenProps = { code: string };

/** `/join/:code`: what an invite link leads to. */
export function JoinScreen({ code }: JoinScreenProps) {
  return <JoinPane code={code} />;
}
