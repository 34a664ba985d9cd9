import type { ShortcutsDialogProps } from '#client/features/help/ShortcutsDialog.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';

/** The list of shortcuts, loaded when it is first asked for. */
export const ShortcutList = lazyPart<ShortcutsDialogProps>(() =>
  import('#client/features/help/ShortcutsDialog.tsx').then((m) => m.ShortcutsDialog),
);
