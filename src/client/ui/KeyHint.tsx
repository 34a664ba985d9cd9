export type KeyHintProps = {
  /** one chord, such as ["Ctrl", "K"]; the names of keys come in the reader's language */
  keys: readonly string[];
};

/** The keys of a shortcut. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className="inline-flex flex-none items-center gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-grid min-h-5 min-w-5 place-items-center rounded-join bg-hover px-1.5 font-sans text-12 font-[550] text-ink-soft shadow-edge"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
