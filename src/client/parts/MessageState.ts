/** Where an own message is: on this device, at the server, read by some, or refused. The words come with it. */
export type MessageState =
  | { kind: 'waiting'; label: string }
  /** at the server, waiting for a moderator */
  | { kind: 'held'; label: string }
  | { kind: 'sent' }
  /** `label`: "Read" in a 1:1 chat, "Read 12" elsewhere */
  | { kind: 'read'; label: string }
  | { kind: 'failed'; reason: string; onRetry?: () => void; onDiscard?: () => void };

/** Place of a message among its neighbours of the same sender. */
export type RunPosition = 'single' | 'first' | 'middle' | 'last';

/** A time as the person reads it and as the machine does (ISO 8601). */
export type ShownTime = {
  text: string;
  dateTime: string;
  /** words of a small mark beside it: nobody was alerted */ silent?: string | undefined;
};
