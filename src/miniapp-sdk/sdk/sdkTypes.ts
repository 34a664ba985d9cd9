/*
 * Types of the module that pages of mini-apps load. This file is handed out as it is, so it imports nothing.
 */

/** What a page may ask a person for. Each must stand in the app's manifest, with a reason. */
export type Scope =
  | 'profile'
  | 'write'
  | 'contact'
  | 'location'
  | 'camera'
  | 'microphone'
  | 'clipboard'
  | 'share'
  | 'storage';

/** Who opened the app. `id` is this app's own name for the person; other makers' apps know another. Names come only with the scope `profile`. */
export interface Person {
  id: number;
  first_name?: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  photo_url?: string;
}

/** How the app was opened. `data` is signed: send it to your server and verify it there; everything else here can be forged by whoever owns the browser. */
export interface Launch {
  data: string;
  person: Person | undefined;
  /** What the link or the button that opened the app said. */
  start: string | undefined;
  version: string;
  platform: string;
}

/** Colours of the messenger, `#rrggbb`, by names such as `bg_color`, `text_color`, `button_color`. */
export interface Theme {
  scheme: 'light' | 'dark';
  colors: Readonly<Record<string, string>>;
}

/** Room of the page, px. `isStable`: false while it is being dragged. */
export interface Viewport {
  height: number;
  width: number;
  isExpanded: boolean;
  isStable: boolean;
}

/** Edges that something else covers, px. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** A button that the messenger draws below the page. What is left out stays as it was. */
export interface ButtonLook {
  text?: string;
  isVisible?: boolean;
  isActive?: boolean;
  isBusy?: boolean;
  /** `#rrggbb`; `''` is the theme's. */
  color?: string;
  textColor?: string;
}

export interface PopupButton {
  id: string;
  /** Needed for `default` and `destructive`; the others have words of their own in the person's language. */
  text?: string;
  type?: 'default' | 'ok' | 'close' | 'cancel' | 'destructive';
}

/** A dialog: a message of 1 to 256 characters and 1 to 3 buttons. */
export interface Popup {
  title?: string;
  message: string;
  buttons?: PopupButton[];
}

/** A place, degrees; `accuracy` in metres. */
export interface Place {
  latitude: number;
  longitude: number;
  accuracy: number | undefined;
}

/** What a page hears, by name. */
export interface KabarEvents {
  theme: Theme;
  viewport: Viewport;
  insets: Insets;
  /** False: minimised, or another app lies in front. Stop what costs power. */
  visible: boolean;
  fullscreen: boolean;
  main: undefined;
  secondary: undefined;
  back: undefined;
  settings: undefined;
}

/** Values that the messenger keeps for this person and app: texts of at most 4,096 characters under at most 1,024 names. */
export interface KabarStorage {
  /** The value, or undefined. */
  get(key: string): Promise<string | undefined>;
  getMany(keys: string[]): Promise<Record<string, string>>;
  set(key: string, value: string): Promise<void>;
  remove(...keys: string[]): Promise<void>;
  keys(): Promise<string[]>;
}

/**
 * The messenger around the page. Questions to the person wait for each other, so that never two stand on the screen at once. Promises are refused with a
 * {@link KabarError}: `NO_HOST` (nobody answers), `CLOSED` (the line was closed), `REFUSED` (the messenger's server said no; its word is `reason`).
 */
export interface Kabar {
  readonly launch: Launch;
  readonly theme: Theme;
  readonly viewport: Viewport;
  readonly insets: Insets;
  /** Hears an event until the function that it answers is called. */
  on<Name extends keyof KabarEvents>(name: Name, listener: (value: KabarEvents[Name]) => void): () => void;
  /** Takes the loading sign away. Call it when the first screen stands. */
  ready(): void;
  expand(): void;
  close(): void;
  fullscreen(isOn: boolean): void;
  /** Whether the messenger asks before it closes the page. People can always close it all the same. */
  confirmClosing(isOn: boolean): void;
  /** Colours of what the messenger draws around the page, `#rrggbb`. */
  surface(colors: { header?: string; background?: string; bottom?: string }): void;
  mainButton(look: ButtonLook): void;
  secondaryButton(look: ButtonLook & { position?: 'left' | 'right' | 'top' | 'bottom' }): void;
  backButton(isVisible: boolean): void;
  settingsButton(isVisible: boolean): void;
  /** Answers the id of the button, or undefined when it was closed without one. */
  popup(popup: Popup): Promise<string | undefined>;
  alert(message: string): Promise<void>;
  confirm(message: string): Promise<boolean>;
  /** Shows the person where the link leads and asks first, except for hosts of the manifest. Only https. */
  openLink(url: string): void;
  /** Leads to a place in the messenger, such as `/apps/cafe?startapp=7`. */
  openInside(path: string): void;
  /** The text of one QR code, or undefined when the person closed the scanner. */
  scan(hint?: string): Promise<string | undefined>;
  /** The text of the clipboard right after a tap, or undefined when it may not be read. */
  readClipboard(): Promise<string | undefined>;
  /** Where the person is, or undefined. */
  locate(): Promise<Place | undefined>;
  /** Asks for a scope right after a tap. Someone who said no is not asked again. */
  ask(scope: Scope): Promise<boolean>;
  /** Lets the person pick chats for a card that the app's server has prepared. The app does not learn which. */
  share(cardId: string): Promise<'sent' | 'cancelled' | 'failed'>;
  /** Asks for the contact. The answer is signed like `launch.data`, or undefined. */
  contact(): Promise<string | undefined>;
  download(url: string, name: string): Promise<boolean>;
  haptic(kind: 'light' | 'medium' | 'heavy' | 'rigid' | 'soft' | 'error' | 'success' | 'warning' | 'selection'): void;
  /** Hands a text of at most 4,096 bytes to the app's server and closes the page. */
  sendData(data: string): void;
  readonly storage: KabarStorage;
  /** Stops hearing. Whoever waits is refused with CLOSED. */
  disconnect(): void;
}

export type KabarErrorCode = 'NO_HOST' | 'CLOSED' | 'REFUSED';

/** An error of the line. `reason`: the messenger's own word, with REFUSED. */
export interface KabarError extends Error {
  readonly code: KabarErrorCode;
  readonly reason: string | undefined;
}

/** `timeoutMs`: how long to wait for the messenger's first word, 5 s unless given. */
export interface ConnectOptions {
  timeoutMs?: number;
}

/** Says hello and waits for the first word of the messenger. */
export type Connect = (options?: ConnectOptions) => Promise<Kabar>;
