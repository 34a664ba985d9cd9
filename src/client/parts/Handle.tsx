export type HandleProps = { handle: string; className?: string };

/** A person's ID as it is written. IDs are Latin: the `@` stays before it also where the words around run from right to left. */
export function Handle({ handle, className }: HandleProps) {
  return (
    <bdi dir="ltr" className={className}>
      @{handle}
    </bdi>
  );
}
