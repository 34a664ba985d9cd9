import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { AppError } from '#protocol/errors.ts';
import type { OpId, UserId } from '#protocol/ids.ts';
import { toCid, toMemberId, toOpId } from '#protocol/casts.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { toRow } from '#server/storage/rows/toRow.ts';
import type { AppendAck, AppendItem, AppendOutput, AppendRequest } from '#server/storage/units/messages/appendTypes.ts';
import { dumpChat, type ChatDump } from './storageDump.ts';
import { checkInvariants } from './storageInvariants.ts';
import { moveMember, type SeededChat } from './storageSeed.ts';

interface RandomSend {
  who: number;
  texts: string[];
  repeat: boolean;
  names: number | null;
  replyAt: number | null;
  readAt: number | null;
}
/** One step of a random sequence; `at` is a share of the positions that exist. */
export type RandomOp =
  | { t: 'send'; sends: RandomSend[] }
  | { t: 'edit'; who: number; at: number; names: number | null; repeat: boolean }
  | { t: 'unsend'; who: number; at: number; repeat: boolean }
  | { t: 'react'; wishes: { who: number; at: number; e: string | null }[] }
  | { t: 'read'; marks: { who: number; at: number }[] }
  | { t: 'move'; who: number }
  | { t: 'clock'; ms: number };

const refusals = new Set(['NOT_MEMBER', 'NOT_FOUND', 'FORBIDDEN', 'GONE', 'WINDOW']);

/** Runs commands against one chat and remembers what was promised: acks, answers of ops, deltas, read positions. */
export class StorageModel {
  private readonly acks = new Map<string, AppendAck>();
  private readonly sent = new Map<UserId, AppendItem[]>();
  private readonly opAnswers = new Map<OpId, { input: { who: UserId; s: number; x: string }; r: number }>();
  private readonly deltas: Delta[] = [];
  private readonly reads = new Map<number, number>();
  private last = 0;
  private readonly storage: LocalStorage;
  private readonly chat: SeededChat;
  private readonly clock: { now: number };

  constructor(storage: LocalStorage, chat: SeededChat, clock: { now: number }) {
    this.storage = storage;
    this.chat = chat;
    this.clock = clock;
  }

  get acked(): number {
    return this.acks.size;
  }

  async run(op: RandomOp): Promise<void> {
    try {
      await this.runOne(op);
    } catch (error) {
      if (!(error instanceof AppError) || !refusals.has(error.code)) throw error;
    }
  }

  private async runOne(op: RandomOp): Promise<void> {
    const { c } = this.chat;
    if (op.t === 'clock') {
      this.clock.now += op.ms;
    } else if (op.t === 'send') {
      const requests = op.sends.map((send) => this.toRequest(send));
      this.noteSend(requests, await this.storage.run('appendMessages', { c, requests }));
    } else if (op.t === 'edit' || op.t === 'unsend') {
      await this.change(op);
    } else if (op.t === 'react') {
      const items = op.wishes.map((w) => ({
        userId: this.user(w.who),
        s: this.seq(w.at),
        e: w.e,
        op: toOpId(randomUUID()),
      }));
      const output = await this.storage.run('setReactions', { c, items });
      if (output.delta) this.deltas.push(output.delta);
    } else if (op.t === 'read') {
      const marks = op.marks.map((mark) => ({ c, userId: this.user(mark.who), s: this.seq(mark.at) }));
      await this.storage.run('flushReads', marks);
    } else {
      const userId = this.user(op.who);
      const member = (await dumpChat(this.storage, c)).members.find(({ user_id }) => user_id === userId);
      const state = member?.state === memberState.joined ? memberState.left : memberState.joined;
      const delta = await this.storage.runUnit(moveMember, { c, userId, state });
      if (delta) this.deltas.push(delta);
    }
  }

  private toRequest(send: RandomSend): AppendRequest {
    const userId = this.user(send.who);
    const at = send.names === null ? {} : { at: [[0, 1, toMemberId(this.user(send.names))]] };
    const fresh = send.texts.map((x): AppendItem => {
      const re = send.replyAt === null ? {} : { re: this.seq(send.replyAt) };
      return { i: toCid(randomUUID()), k: 1, b: { x, ...at }, ...re };
    });
    const earlier = this.sent.get(userId) ?? [];
    const items = send.repeat ? [...earlier.slice(-1), ...fresh, ...fresh.slice(0, 1)] : fresh;
    this.sent.set(userId, [...earlier, ...fresh]);
    return { userId, items, ...(send.readAt === null ? {} : { rs: this.seq(send.readAt) }) };
  }

  /** I1: every ack of a message says the same. I4: within a request the order is kept. */
  private noteSend(requests: AppendRequest[], output: AppendOutput): void {
    for (const [index, answers] of output.answers.entries()) {
      const fresh: number[] = [];
      for (const answer of answers) {
        if (!('s' in answer)) continue;
        const { dup, ...ack } = answer;
        const key = `${requests[index]?.userId}:${ack.i}`;
        if (this.acks.has(key)) expect(ack).toEqual(this.acks.get(key));
        this.acks.set(key, ack);
        if (!dup) fresh.push(ack.s);
      }
      expect(fresh).toEqual(fresh.toSorted((a, b) => a - b));
    }
    if (output.delta) this.deltas.push(output.delta);
    expect(output.personal).toEqual([]);
  }

  private async change(op: RandomOp & { t: 'edit' | 'unsend' }): Promise<void> {
    const { c } = this.chat;
    const known = [...this.opAnswers].at(-1);
    const x = op.t === 'edit' ? `edit ${op.at} ${op.names}` : '';
    const isRepeat = op.repeat && known !== undefined && (known[1].input.x === '') === (x === '');
    const input = isRepeat ? known[1].input : { who: this.user(op.who), s: this.seq(op.at), x };
    const key = { c, userId: input.who, s: input.s, op: isRepeat ? known[0] : toOpId(randomUUID()) };
    const at =
      op.t === 'edit' && op.names !== null ? [[0, 1, toMemberId(this.user(op.names))] as [number, number, never]] : [];
    const body = { x: input.x, ...(at.length > 0 ? { at } : {}) };
    const change =
      op.t === 'edit'
        ? await this.storage.run('editMessage', { ...key, b: body })
        : await this.storage.run('unsendMessage', key);
    if (isRepeat) {
      expect(change).toEqual({ r: known[1].r, personal: [], reads: [] });
      return;
    }
    this.opAnswers.set(key.op, { input, r: change.r });
    if (change.delta) this.deltas.push(change.delta);
  }

  /** Compares everything that was promised with what is stored. */
  async check(): Promise<void> {
    const dump = await dumpChat(this.storage, this.chat.c);
    this.last = dump.head.last_seq;
    checkInvariants(dump);
    for (const [key, ack] of this.acks) {
      const rows = dump.messages.filter((row) => `${row.sender_mid}:${row.cid}` === key);
      expect(rows.map((row) => ({ i: row.cid, s: row.seq, r: row.seq, n: row.n, at: row.created_at }))).toEqual([ack]);
    }
    for (const { mid, read_seq } of dump.members) {
      expect(read_seq, 'read positions never go back').toBeGreaterThanOrEqual(this.reads.get(mid) ?? 0);
      this.reads.set(mid, read_seq);
    }
    this.checkDeltas(dump);
    checkSpans(dump);
  }

  /** I2 from the history: the announced spans are the numbers 1…head without hole or overlap; put together they are the stored rows. */
  private checkDeltas(dump: ChatDump): void {
    const sorted = this.deltas.toSorted((x, y) => x.a - y.a);
    let reached = 0;
    const rows = new Map<number, Row>();
    const touched = new Map<number, number>();
    for (const delta of sorted) {
      expect(delta.a, 'spans meet').toBe(reached);
      reached = delta.b;
      for (const row of delta.rows ?? []) rows.set(row.s, row);
      for (const [s, r] of delta.touch ?? []) touched.set(s, r);
      for (const [s, r, totals] of delta.rx ?? []) {
        const { rx: _old, ...row } = rows.get(s) as Row;
        rows.set(s, { ...row, r, ...(Object.keys(totals).length > 0 ? { rx: totals } : {}) });
      }
    }
    expect(reached).toBe(dump.head.rev);
    for (const stored of dump.messages.map(toRow)) {
      const told = rows.get(stored.s);
      if (touched.has(stored.s) && told?.del === undefined) continue;
      expect(told, `message ${stored.s}`).toEqual(stored);
    }
  }

  private user(index: number): UserId {
    return this.chat.users[index] as UserId;
  }

  private seq(at: number): number {
    return Math.max(1, Math.round(at * this.last));
  }
}

/** I5: nobody has a message between their leaving and their coming back. */
function checkSpans({ messages }: ChatDump): void {
  const gone = new Set<number>();
  for (const row of messages) {
    const body = JSON.parse(row.body) as { ev?: string };
    if (row.n === null && body.ev === 'left') gone.add(row.sender_mid);
    else if (row.n === null && body.ev === 'joined') gone.delete(row.sender_mid);
    else expect(gone.has(row.sender_mid), `message ${row.seq} of somebody who had left`).toBe(false);
  }
}
