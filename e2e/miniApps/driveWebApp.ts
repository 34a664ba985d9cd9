import { note, type AppDriver } from './AppDriver.ts';

/** The part of `Telegram.WebApp` that the test touches. */
export interface WebAppLike {
  initData: string;
  initDataUnsafe: { start_param?: string; user?: { first_name?: string } };
  themeParams: { bg_color?: string };
  viewportHeight: number;
  MainButton: ButtonLike;
  SecondaryButton: ButtonLike;
  BackButton: { show(): void; hide(): void; onClick(act: () => void): unknown };
  SettingsButton: { show(): void; hide(): void; onClick(act: () => void): unknown };
  HapticFeedback: { impactOccurred(style: string): unknown };
  CloudStorage: {
    setItem(key: string, value: string, done: (error: unknown) => void): void;
    getItem(key: string, done: (error: unknown, value?: string) => void): void;
    getKeys(done: (error: unknown, keys?: string[]) => void): void;
  };
  ready(): void;
  expand(): void;
  close(): void;
  requestFullscreen(): void;
  enableClosingConfirmation(): void;
  disableClosingConfirmation(): void;
  enableVerticalSwipes(): void;
  disableVerticalSwipes(): void;
  setHeaderColor(color: string): void;
  setBackgroundColor(color: string): void;
  setBottomBarColor(color: string): void;
  openLink(url: string): void;
  openTelegramLink(url: string): void;
  openInvoice(url: string, done: (status: string) => void): void;
  showPopup(popup: object, done: (id?: string) => void): void;
  requestWriteAccess(done: (isAllowed: boolean) => void): void;
  requestContact(done: (isSent: boolean) => void): void;
  sendData(data: string): void;
  onEvent(name: string, act: () => void): void;
}
interface ButtonLike {
  setParams(params: object): unknown;
  onClick(act: () => void): unknown;
}

/** Drives a page that has `Telegram.WebApp`, from whichever script. */
export function driveWebApp(web: WebAppLike): AppDriver {
  for (const name of ['themeChanged', 'viewportChanged', 'mainButtonClicked', 'activated', 'deactivated'])
    web.onEvent(name, note(name));
  web.onEvent('fullscreenChanged', note('fullscreen'));
  web.MainButton.onClick(note('main'));
  web.SecondaryButton.onClick(note('second'));
  web.BackButton.onClick(note('back'));
  web.SettingsButton.onClick(note('settings'));
  const ask = <Value>(start: (done: (error: unknown, value?: Value) => void) => void) =>
    new Promise<Value>((done, fail) =>
      start((error, value) => (error ? fail(new Error(JSON.stringify(error))) : done(value as Value))),
    );
  return {
    data: () => web.initData,
    start: () => web.initDataUnsafe.start_param,
    firstName: () => web.initDataUnsafe.user?.first_name,
    background: () => web.themeParams.bg_color,
    height: () => web.viewportHeight,
    ready: () => web.ready(),
    expand: () => web.expand(),
    fullscreen: () => web.requestFullscreen(),
    main: (text) => void web.MainButton.setParams({ text, is_visible: true, is_active: true }),
    second: (text) => void web.SecondaryButton.setParams({ text, is_visible: true, is_active: true, position: 'left' }),
    back: (isOn) => (isOn ? web.BackButton.show() : web.BackButton.hide()),
    settings: (isOn) => (isOn ? web.SettingsButton.show() : web.SettingsButton.hide()),
    confirmClosing: (isOn) => (isOn ? web.enableClosingConfirmation() : web.disableClosingConfirmation()),
    swipes: (isOn) => (isOn ? web.enableVerticalSwipes() : web.disableVerticalSwipes()),
    colours() {
      web.setHeaderColor('#112233');
      web.setBackgroundColor('#223344');
      web.setBottomBarColor('#334455');
    },
    haptic: () => void web.HapticFeedback.impactOccurred('light'),
    popup: () =>
      new Promise((done) => {
        const buttons = [{ id: 'yes', type: 'default', text: 'Yes please' }, { type: 'cancel' }];
        web.showPopup({ title: 'Coffee?', message: 'Shall it be one?', buttons }, done);
      }),
    link: (url) => web.openLink(url),
    telegramLink: (url) => web.openTelegramLink(url),
    invoice: (slug) => new Promise((done) => web.openInvoice(`https://t.me/invoice/${slug}`, done)),
    writeAccess: () => new Promise((done) => web.requestWriteAccess(done)),
    contact: () => new Promise((done) => web.requestContact(done)),
    save: (key, value) => ask((done) => web.CloudStorage.setItem(key, value, done)),
    load: (key) => ask<string>((done) => web.CloudStorage.getItem(key, done)),
    keys: () => ask<string[]>((done) => web.CloudStorage.getKeys(done)),
    send: (data) => web.sendData(data),
    close: () => web.close(),
  };
}
