export type UnreadLineProps = { /** "Unread from here" */ text: string };

/** The coral line above the first message that is new to this person. */
export function UnreadLine({ text }: UnreadLineProps) {
  return (
    <div
      role="separator"
      aria-label={text}
      className="flex items-center gap-3 pt-5 text-12 font-[650] text-unread-text before:h-px before:min-w-6 before:flex-1 before:bg-current before:opacity-40 after:h-px after:min-w-6 after:flex-1 after:bg-current after:opacity-40"
    >
      <span className="text-center text-balance">{text}</span>
    </div>
  );
}
