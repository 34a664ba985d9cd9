/** One unread message that an alert tells of. */
export interface AlertLine {
  s: number;
  /** sender, by member id; undefined where the device only knows that somebody wrote */
  u: number | undefined;
  /** its text, at most a preview; undefined where there is none to show */
  x: string | undefined;
  /** kind and body, as much of it as is known, of what is more than a text */
  k?: number | undefined;
  b?: Readonly<Record<string, unknown>> | undefined;
  isMention: boolean;
  /** it was put on top of the chat, or stands where only those write who may announce */
  isAnnouncement?: boolean;
  /** name of the sender in a community, where the device knows it */
  nn?: string | undefined;
}
