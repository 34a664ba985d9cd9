/** Keys by the word that names them in `help.keys`, or as they are printed on every keyboard. */
export type ShortcutKey =
  | 'Enter'
  | 'Shift'
  | 'Ctrl'
  | 'Esc'
  | 'Home'
  | 'End'
  | '↑'
  | '↓'
  | '←'
  | '→'
  | '?'
  | 'D'
  | 'R'
  | 'F2'
  | 'F10'
  | '+'
  | '-'
  | '0';

/** One shortcut: what it does (a text below `help.does`) and its chords, each of which does it. */
export interface Shortcut {
  readonly does:
    | 'list'
    | 'close'
    | 'move'
    | 'ends'
    | 'send'
    | 'line'
    | 'sendAlways'
    | 'editLast'
    | 'giveUp'
    | 'inside'
    | 'menu'
    | 'reply'
    | 'date'
    | 'pictures'
    | 'zoom'
    | 'whole';
  readonly chords: readonly (readonly ShortcutKey[])[];
}

/** Everything that has a key of its own, by where it counts. */
export const shortcutGroups: readonly {
  readonly where: 'everywhere' | 'writing' | 'messages' | 'viewer';
  readonly shortcuts: readonly Shortcut[];
}[] = [
  {
    where: 'everywhere',
    shortcuts: [
      { does: 'list', chords: [['?']] },
      { does: 'close', chords: [['Esc']] },
      { does: 'move', chords: [['↑'], ['↓']] },
      { does: 'ends', chords: [['Home'], ['End']] },
    ],
  },
  {
    where: 'writing',
    shortcuts: [
      { does: 'send', chords: [['Enter']] },
      { does: 'line', chords: [['Shift', 'Enter']] },
      { does: 'sendAlways', chords: [['Ctrl', 'Enter']] },
      { does: 'editLast', chords: [['↑']] },
      { does: 'giveUp', chords: [['Esc']] },
    ],
  },
  {
    where: 'messages',
    shortcuts: [
      { does: 'inside', chords: [['Enter'], ['F2']] },
      { does: 'menu', chords: [['Shift', 'F10']] },
      { does: 'reply', chords: [['R']] },
      { does: 'date', chords: [['D']] },
    ],
  },
  {
    where: 'viewer',
    shortcuts: [
      { does: 'pictures', chords: [['←'], ['→']] },
      { does: 'zoom', chords: [['+'], ['-']] },
      { does: 'whole', chords: [['0']] },
    ],
  },
];
