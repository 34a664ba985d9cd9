import { useEffect, useState, type ComponentType } from 'react';
import type { UsefulTextProps } from './UsefulText.tsx';

type Drawn = ComponentType<UsefulTextProps>;
let loaded: Drawn | undefined;

/** Most texts have no number in them, and nothing of this is ever loaded for them. */
export const mayBeUseful = (text: string): boolean => /[\d０-９]/.test(text);

async function load(): Promise<Drawn | undefined> {
  try {
    loaded ??= (await import('./UsefulText.tsx')).UsefulText;
    return loaded;
  } catch {
    // Without a network the words stand there as they are; the next message tries again.
    return undefined;
  }
}

/** Words of a message in which days and addresses can be pressed as soon as the code for it is there. The words never move: only a line is drawn under some of them. */
export function UsefulSlot(props: UsefulTextProps) {
  const [Part, setPart] = useState<Drawn | undefined>(() => loaded);
  useEffect(() => {
    let isWanted = true;
    if (!loaded) void load().then((part) => isWanted && part && setPart(() => part));
    return () => {
      isWanted = false;
    };
  }, []);
  return Part ? <Part {...props} /> : props.text;
}
