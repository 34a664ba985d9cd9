import type { ChatWindow } from '#client/context.ts';

/** Shows a window as long as the screen wants it; the answer is called when it does no longer. */
export function holdWindow(made: ChatWindow, show: (made: ChatWindow) => void): () => void {
  show(made);
  return () => made.close();
}
