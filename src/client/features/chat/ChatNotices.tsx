import { isGuardian } from '#domain/guardRules.ts';
import { isJoined } from '#domain/chatTraits.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { PinBarPaneProps } from './pins/PinBarPane.tsx';
import type { WaitBarProps } from './WaitBar.tsx';

const PinBarPane = lazyPart<PinBarPaneProps>(() => import('./pins/PinBarPane.tsx').then((m) => m.PinBarPane));
const WaitBar = lazyPart<WaitBarProps>(() => import('./WaitBar.tsx').then((m) => m.WaitBar));

export type ChatNoticesProps = {
  state: ChatWindowState;
  nameOf: (mid: number) => string;
  onJump: (seq: number) => void;
  /** opens the panel; undefined where it is open */
  onLook: (() => void) | undefined;
  onProblem: (text: string) => void;
};

/** What stands between the head of a chat and its messages. Most chats have nothing there, so its parts come when they are wanted. */
export function ChatNotices({ state, nameOf, onJump, onLook, onProblem }: ChatNoticesProps) {
  const { chat } = state;
  if (!chat) return null;
  const { wait = 0, pins } = chat.meta;
  return (
    <>
      {pins !== undefined && <PinBarPane state={state} nameOf={nameOf} onJump={onJump} onProblem={onProblem} />}
      {wait > 0 && isJoined(chat.me.st) && isGuardian(chat.me.ro) && <WaitBar count={wait} onLook={onLook} />}
    </>
  );
}
