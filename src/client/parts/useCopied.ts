import { useEffect, useState } from 'react';

/** How long a button says that it has copied, ms. */
const copiedMs = 2000;

/** Whether the last copy of a button worked, and how to tell it. Undefined: there is nothing to say. A success is said for a moment, a failure until the next try. */
export function useCopied(): [isCopied: boolean | undefined, tell: (isCopied: boolean) => void] {
  const [isCopied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (isCopied !== true) return undefined;
    const timer = setTimeout(() => setCopied(undefined), copiedMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return [isCopied, setCopied];
}
