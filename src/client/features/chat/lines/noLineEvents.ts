import type { LineEvents } from './LineLook.ts';

const nothing = () => undefined;

/** For lines that are read and nothing else: no press does anything. */
export const noLineEvents: LineEvents = {
  react: nothing,
  act: nothing,
  openActions: nothing,
  openReactions: nothing,
  jump: nothing,
  choose: nothing,
  move: nothing,
  say: nothing,
  focus: nothing,
};
