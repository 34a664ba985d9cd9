import { emitter } from '#base/emitter.ts';
import type { Note, NotePermission, Notifications } from '#sync/ports.ts';

/** A device's alerts in memory, shared by all tabs that are given it. */
export interface FakeNotifications extends Notifications {
  /** everything that was ever shown, in order */
  readonly log: Note[];
  /** what stands now, by tag */
  readonly standing: ReadonlyMap<string, Note>;
  /** what the person answers when asked */
  answer: NotePermission;
  asked: number;
  press(tag: string): void;
}

/** Makes an empty device on which alerts are allowed, unless told otherwise. */
export function fakeNotifications(start: NotePermission = 'granted'): FakeNotifications {
  const log: Note[] = [];
  const standing = new Map<string, Note>();
  const opened = emitter<string>();
  let permission = start;
  return {
    log,
    standing,
    answer: 'granted',
    asked: 0,
    permission: () => permission,
    async ask() {
      this.asked += 1;
      permission = this.answer;
      return permission;
    },
    async show(note) {
      log.push(note);
      standing.set(note.tag, note);
    },
    async close(tag) {
      standing.delete(tag);
    },
    shown: async () => [...standing.values()],
    onOpen: (listener) => opened.on(listener),
    press(tag) {
      const note = standing.get(tag);
      if (note) opened.emit(note.path);
    },
  };
}
