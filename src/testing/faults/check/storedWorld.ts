/** A message as the database has it in the end. */
export interface StoredRow {
  s: number;
  r: number;
  /** ordinal; absent on system lines */
  n?: number | undefined;
  u: number;
  i: string;
  /** text; absent when there is none or it was unsent */
  x?: string | undefined;
  isUnsent: boolean;
  isEdited: boolean;
  at: number;
  /** who is named in it */
  names: number[];
  rx: Record<string, number>;
}

/** A membership, the present one or the last. */
export interface StoredMember {
  user: number;
  isJoined: boolean;
  /** first visible seq */
  floor: number;
  rs: number;
}

/** Revs in which somebody was in: seen may be what has `seq ≥ from` and was so before `to`. */
export interface MemberSpan {
  from: number;
  to: number;
}

/** One chat after the run. Rows are in the order of their seq. */
export interface StoredChat {
  c: number;
  head: { rev: number; n: number; lastSeq: number; members: number };
  rows: StoredRow[];
  members: StoredMember[];
  /** by person; who is missing was never in */
  spans: Map<number, MemberSpan[]>;
}

/** What the database holds after the run. `ops`: answers of commands by `user:op`, as JSON. */
export interface StoredWorld {
  chats: StoredChat[];
  ops: Map<string, string>;
}
