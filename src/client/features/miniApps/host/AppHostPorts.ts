import type { BridgeEvent, BridgeEvents } from '#protocol/bridge.ts';
import type { Ack } from '#protocol/errors.ts';
import type { AppPlaceMemory, AppWish } from '#client/stores/openAppsStore.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';

/** What one open app needs of everything around it. */
export interface AppHostPorts {
  /** What is wanted now; the app stays the same. */
  wish(): AppWish;
  rpc<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Ack<RequestOutput<Name>>>;
  newOp(): RequestInput<'app.answer'>['op'];
  /** Says something to the page that is in the frame now. */
  send<Event extends BridgeEvent>(event: Event, data: BridgeEvents[Event]): void;
  /** Where this app was when it was opened before, and with which permissions of the browser; undefined: that is not known. */
  lastPlace(): AppPlaceMemory | undefined;
  /** Opens the line to this origin, and closes that to another. */
  connect(origin: string): void;
  /** Keeps it for the next opening. */
  keepPlace(place: AppPlaceMemory): void;
  /** Whether the person pressed something a moment ago, in the messenger or in the page. */
  hasPressed(): boolean;
  /** The theme's colours, by the names that pages know. */
  theme(): Record<string, string>;
  /** Size of the frame, px. */
  size(): { width: number; height: number };
  /** How many frames there are in the frame; undefined where there is none. */
  frames(): number | undefined;
  /** Whether the server can be reached. */
  isLive(): boolean;
  /** Address of the messenger. */
  readonly origin: string;
  /** Language of the messenger, such as `zh-TW`. */
  language(): string;
  readClipboard(): Promise<string | undefined>;
  locate(): Promise<{ latitude: number; longitude: number; horizontal_accuracy: number } | undefined>;
  /** Opens an address in a new tab that knows nothing of this one. */
  openUrl(url: string): void;
  /** ms, on and off in turns */
  vibrate(pattern: number[]): void;
  /** Calls back later, ms; the answer ends the wait. */
  after(ms: number, act: () => void): () => void;
  /** Time that only goes forward, ms. */
  now(): number;
  isPinned(): boolean;
  pin(): void;
  /** Shows what the app knows about the person. */
  openPassport(): void;
  /** Leaves the app. */
  close(): void;
}
