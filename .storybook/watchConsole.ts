/**
 * Collects what a story writes to `console.error` (React's warnings among it), from before its first render on. `finish` puts the console
 * back and throws when there was anything: a story that complains is a failed story.
 */
export function watchConsole(): { finish: () => void } {
  const original = console.error;
  const complaints: string[] = [];
  console.error = (...parts: unknown[]) => {
    const words = parts.map(String).join(' ');
    // A long list that measures rows of unequal height: the browser only says that it goes on measuring in the next frame.
    if (!words.includes('ResizeObserver loop completed')) complaints.push(words);
    original(...parts);
  };
  return {
    finish() {
      console.error = original;
      if (complaints.length > 0) throw new Error(`The story wrote to console.error:\n${complaints.join('\n')}`);
    },
  };
}
