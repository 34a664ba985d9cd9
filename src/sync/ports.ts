import type { Delta } from '#protocol/entities/chat.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ClientSignalData, ClientSignalName, ServerSignal } from '#protocol/signals.ts';
import type { Handshake } from '#protocol/handshake.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId, DeviceId, UserId } from '#protocol/ids.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type {
  ChangeBatch,
  EngineCall,
  EngineEvent,
  LocalIndexes,
  LocalKeys,
  LocalTables,
  TableName,
  UploadRow,
} from './changes.ts';

/*
 * Everything the engine, and what runs beside it in the tab that leads, needs from the outside. Neither knows a browser: adapters and test doubles implement these.
 */

/** Time. `now`: device clock in ms, may jump. `elapsed`: monotonic ms. */
export interface Clock {
  now(): number;
  elapsed(): number;
  /** Runs `work` once after `ms`; the answer cancels it. */
  after(ms: number, work: () => void): () => void;
}

/** Chance. `uuid` makes UUIDv7 (ordered by creation time). */
export interface Random {
  /** 0 ≤ x < 1 */
  float(): number;
  uuid(): string;
}

/** Diagnostics; never shown to people, never sent anywhere. */
export interface Log {
  debug(event: string, details?: Record<string, unknown>): void;
  warn(event: string, details?: Record<string, unknown>): void;
}

/** What happens on a live connection. After `onClose` nothing else is called. */
export interface ConnectionHandlers {
  onDelta(deltas: Delta[]): void;
  onSignal(signal: ServerSignal): void;
  onClose(why: string): void;
}

/** One live connection. */
export interface Connection {
  /** Resolves with the ack; a lost connection or no answer within `timeoutMs` resolves as `{ok: false, code: 'TIMEOUT'}`. Never rejects. */
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    timeoutMs: number,
  ): Promise<Ack<RequestOutput<Name>>>;
  signal<Name extends ClientSignalName>(name: Name, data: ClientSignalData<Name>): void;
  close(): void;
}

/** Opens connections. Never reconnects by itself. */
export interface Transport {
  /** Resolves when the socket is accepted (before `hello`); a refusal resolves as its error. `endpoint`: '' = the page's own origin. */
  connect(endpoint: string, auth: Handshake, handlers: ConnectionHandlers, timeoutMs: number): Promise<Ack<Connection>>;
}

/** `POST /api/rpc/<name>`: bulk reads and everything that is not bound to the connection. Never rejects; no network answers UNAVAILABLE. */
export interface Rpc {
  call<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    options?: { epoch?: number; timeoutMs?: number },
  ): Promise<Ack<RequestOutput<Name>>>;
}

/** Access tokens, in memory only. */
export interface Session {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  /** A token that is good for at least a minute; `fresh` asks the server even if one is at hand. A lost network answers UNAVAILABLE and never ends the session. */
  token(options?: { fresh?: boolean }): Promise<Ack<{ token: string; exp: number }>>;
  /** The token that {@link Session.token} would answer without asking anybody; undefined where it would have to. */
  tokenAtHand?(): string | undefined;
}

/** Key range over `:primary` or a secondary index, both ends included; compound keys compare element by element, numbers before strings. */
export interface RangeQuery<Name extends TableName> {
  index: ':primary' | LocalIndexes[Name];
  from?: LocalKey;
  to?: LocalKey;
  /** newest first */
  reverse?: boolean;
  limit?: number;
}
export type LocalKey = number | string | readonly (number | string)[];

/** Reads inside one transaction. Inside a transaction nothing else may be awaited. */
export interface ReadTx {
  get<Name extends TableName>(table: Name, key: LocalKeys[Name]): Promise<LocalTables[Name] | undefined>;
  getMany<Name extends TableName>(table: Name, keys: LocalKeys[Name][]): Promise<(LocalTables[Name] | undefined)[]>;
  range<Name extends TableName>(table: Name, query: RangeQuery<Name>): Promise<LocalTables[Name][]>;
  /** Rows in a span of the primary key, both ends included, without reading them. */
  count(table: TableName, span: { from: LocalKey; to: LocalKey }): Promise<number>;
}

/** A new outbox or quarantine row gets its `id` from the store (auto-increment): put it without one. */
export type NewRow<Name extends TableName> = Name extends 'outbox' | 'quarantine'
  ? Omit<LocalTables[Name], 'id'> & { id?: number }
  : LocalTables[Name];

export interface WriteTx extends ReadTx {
  put<Name extends TableName>(table: Name, rows: NewRow<Name>[]): Promise<void>;
  del<Name extends TableName>(table: Name, keys: LocalKeys[Name][]): Promise<void>;
  /** Deletes `[from, to]` of the primary key. */
  delRange(table: 'msgs' | 'members', from: readonly [number, number], to: readonly [number, number]): Promise<void>;
  wipe(tables: TableName[]): Promise<void>;
}

/** The device's database. All-or-nothing transactions, serialised over all tabs. */
export interface LocalStore {
  read<T>(tables: TableName[], work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction over all tables and answers what it wrote. With `epoch` the transaction first reads the lease and is refused with
   * AppError FENCED when it is not this epoch's. An exception inside `work` undoes everything. A commit that wrote nothing answers a batch with `num` 0.
   */
  commit<T>(
    work: (tx: WriteTx) => Promise<T>,
    options?: { epoch?: number },
  ): Promise<{ result: T; batch: ChangeBatch }>;
  close(): void;
}

/** Named exclusive locks over all tabs of the browser. */
export interface Locks {
  /** Calls `work` when the lock is granted and holds it until `work` ends or `lost` fires. `steal` takes it from its holder. */
  hold(
    name: string,
    work: (lost: Promise<void>) => Promise<void>,
    options?: { steal?: boolean; signal?: StopSignal },
  ): Promise<void>;
}
/** Cancels a wait; the engine has no AbortSignal. */
export interface StopSignal {
  readonly stopped: boolean;
  onStop(work: () => void): void;
}

/** A line between all tabs and the engine of one person, this tab included on neither side: own messages do not come back. */
export interface TabLine {
  readonly tab: string;
  announce(event: EngineEvent): void;
  call(call: EngineCall): void;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  onCall(listener: (call: EngineCall) => void): () => void;
}

/** The device's surroundings. */
export interface Surroundings {
  isOnline(): boolean;
  isVisible(): boolean;
  onChange(listener: (what: 'online' | 'offline' | 'visible' | 'hidden' | 'wake') => void): () => void;
}

/** What the device's disk allows. */
export interface Space {
  /** Bytes that the browser lets the app keep in all; undefined where it does not say. */
  quota(): Promise<number | undefined>;
}

/** One file on its way. */
export interface UploadRun {
  /** `{ok: true}`: all of it is on the server. TIMEOUT after `stop`, UNAVAILABLE without a network, NOT_FOUND when the device has lost the bytes. Never rejects. */
  readonly done: Promise<Ack<null>>;
  /** Lets go of the line; what is up stays up. */
  stop(): void;
}

/** Brings the bytes that this device keeps to the server, and looks after them until they are not needed any more. */
export interface Uploads {
  /** Begins, or goes on where it stopped, in whatever tab that was. `onSent`: bytes that are up. One run per id at a time. */
  send(file: UploadRow, onSent: (bytes: number) => void): UploadRun;
  /** Lets the server forget an upload that nobody wants any more. Never rejects: what it does not hear of ends there by itself. */
  cancel(id: MediaId): Promise<void>;
  /** The messages of these have arrived: their bytes are kept as if they had been fetched, and the waiting copies go. Never rejects. */
  settle(files: readonly UploadRow[]): Promise<void>;
  /** Drops the bytes of these. Never rejects. */
  drop(ids: readonly MediaId[]): Promise<void>;
  /** Drops bytes that nothing names: files of a draft whose tab ended before it was stored. `used`: ids that something names. Never rejects. */
  sweep(used: ReadonlySet<MediaId>): Promise<void>;
}

/** Whether the browser lets us show alerts; `default`: nobody was asked yet. */
export type NotePermission = 'granted' | 'denied' | 'default' | 'unsupported';

/** What is known of an alert that stands on the device: the chat and the newest message that it tells of. A summary has neither. */
export interface ShownNote {
  /** an alert with the same tag takes the place of the one before */
  tag: string;
  c?: ChatId;
  s?: number;
}

/** One alert, in words. */
export interface Note extends ShownNote {
  title: string;
  body: string;
  /** the place in the app that a click opens */
  path: string;
  /** true: it takes the place of an older one without drawing attention again */
  isQuiet: boolean;
}

/** The device's alerts. The tab that leads decides what to show; a push that wakes the service worker ends in the same calls. */
export interface Notifications {
  permission(): NotePermission;
  /** Asks the person, by the browser's own question. Call it from a press only: browsers ignore anything else. */
  ask(): Promise<NotePermission>;
  /** Shows or replaces. Never rejects: a browser that refuses leaves the count of unread messages, which is always there. Calls run in order. */
  show(note: Note): Promise<void>;
  close(tag: string): Promise<void>;
  /** What stands now, whichever tab has shown it. */
  shown(): Promise<ShownNote[]>;
  /** A press on an alert: the path it names. Heard by one tab. */
  onOpen(listener: (path: string) => void): () => void;
}

/** Whether the person's keys go to this tab. */
export interface Focus {
  isFocused(): boolean;
  onChange(listener: (isFocused: boolean) => void): () => void;
}

/** Everything one running engine stands on. */
export interface EnginePorts {
  clock: Clock;
  random: Random;
  log: Log;
  transport: Transport;
  rpc: Rpc;
  session: Session;
  store: LocalStore;
  surroundings: Surroundings;
  line: TabLine;
  /** absent where nobody knows: then only the fixed limits hold */
  space?: Space;
  /** absent where no files can be sent: messages with files wait */
  uploads?: Uploads;
  /** version of the app, for the handshake */
  appVersion: string;
}

/** What deciding who leads needs; it happens in the tab, wherever the engine itself runs. */
export type LeadPorts = Pick<EnginePorts, 'clock' | 'random' | 'log' | 'store' | 'line'> & {
  locks: Locks;
  userId: UserId;
  /** The store belongs to this tab only: there is nobody to lead, and nothing to be fenced from. */
  isLone?: boolean;
};
