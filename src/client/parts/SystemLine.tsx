export type SystemLineProps = {
  /** "Sari added 韋婷" */
  text: string;
  tabIndex?: 0 | -1;
};

/** What happened to the chat itself, in the middle and quiet. */
export function SystemLine({ text, tabIndex }: SystemLineProps) {
  return (
    <p
      tabIndex={tabIndex}
      className="mx-auto max-w-[480px] rounded-control px-2 pt-3 text-center text-12 text-balance text-ink-faint"
    >
      {text}
    </p>
  );
}
