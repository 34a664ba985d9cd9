import { EnterForm } from '#client/features/communities/EnterForm.tsx';
import { JoinPane } from '#client/features/joining/JoinPane.tsx';

export type JoinScreenProps = { code: string };

/** `/join/:code`: what an invite link leads to. Into a community one comes by the same form as from Discover; a link needs no code beside it. */
export function JoinScreen({ code }: JoinScreenProps) {
  return (
    <JoinPane code={code} entrance={(props) => <EnterForm needsCode={false} wrongCode={undefined} {...props} />} />
  );
}
