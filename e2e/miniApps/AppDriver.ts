/** What a test does with a page that runs on somebody else's SDK, in that SDK's own words. */
export interface AppDriver {
  /** the signed text, as it came */
  data(): string;
  start(): string | undefined;
  firstName(): string | undefined;
  background(): string | undefined;
  height(): number;
  ready(): void;
  expand(): void;
  fullscreen(): Promise<void> | void;
  main(text: string): void;
  second(text: string): void;
  back(isOn: boolean): void;
  settings(isOn: boolean): void;
  confirmClosing(isOn: boolean): void;
  swipes(isOn: boolean): void;
  colours(): void;
  haptic(): void;
  popup(): Promise<string | null | undefined>;
  link(url: string): void;
  telegramLink(url: string): void;
  invoice(slug: string): Promise<string>;
  writeAccess(): Promise<unknown>;
  contact(): Promise<unknown>;
  save(key: string, value: string): Promise<void>;
  load(key: string): Promise<string>;
  keys(): Promise<string[]>;
  send(data: string): void;
  close(): void;
}

declare global {
  var app: AppDriver;
  /** Names of what the page heard, in order. */
  var heard: string[];
}

/** Notes that something was heard. */
export const note = (name: string) => (): void => void globalThis.heard.push(name);

/** Hands the page to the test. */
export function offer(driver: AppDriver): void {
  globalThis.app = driver;
  document.body.textContent = `runs as ${driver.firstName() ?? 'nobody'}`;
}

globalThis.heard = [];
