import { FaceStack } from './FaceStack.tsx';

export type TypingLineProps = {
  people: readonly { id: string; name: string; src?: string }[];
  /** "윤하늘 is typing"; empty keeps the line's place and says nothing */
  text: string;
};

/** Who is typing right now. Its 40 px stay whether somebody types or not when the parent keeps it mounted: the list does not jump. */
export function TypingLine({ people, text }: TypingLineProps) {
  return (
    <div
      role="status"
      className="flex min-h-10 items-center gap-2 pt-3 text-12 text-ink-soft [--plane:var(--surface-sunken)]"
    >
      {text !== '' && (
        <>
          <FaceStack people={people} size={24} />
          <span
            aria-hidden
            className="inline-flex h-6 flex-none items-center gap-[3px] rounded-full bg-bubble-other px-[9px]"
          >
            {[0, 150, 300].map((delay) => (
              <span
                key={delay}
                className="size-[5px] animate-dots rounded-full bg-ink-faint motion-reduce:animate-none"
                style={{ animationDelay: `${delay}ms` }}
              />
            ))}
          </span>
          <span className="min-w-0 truncate">{text}</span>
        </>
      )}
    </div>
  );
}
