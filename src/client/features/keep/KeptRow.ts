/** Something kept, as the page shows it. */
export interface KeptRow {
  id: string;
  /** what a message said, in words; undefined: a note alone, or the message was taken back */
  text: string | undefined;
  /** who wrote it and where; undefined for a note alone */
  from: string | undefined;
  /** id whose colour and picture the face takes, and the name it stands for */
  face: { id: string; name: string } | undefined;
  /** when it was written, ms; of a note: since when it is kept */
  at: number;
  note: string | undefined;
  isUnsent: boolean;
  /** it has not reached the server */
  isWaiting: boolean;
  /** the message in its chat, where I am still in that */
  href: string | undefined;
}
