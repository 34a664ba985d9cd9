import {
  backButton,
  closingBehavior,
  cloudStorage,
  hapticFeedback,
  init,
  initData,
  invoice,
  mainButton,
  miniApp,
  on,
  openLink,
  openTelegramLink,
  popup,
  postEvent,
  requestPhoneAccess,
  requestWriteAccess,
  secondaryButton,
  settingsButton,
  swipeBehavior,
  themeParams,
  viewport,
} from '@telegram-apps/sdk';
import { note, offer } from './AppDriver.ts';

init();
initData.restore();
backButton.mount();
closingBehavior.mount();
mainButton.mount();
secondaryButton.mount();
settingsButton.mount();
swipeBehavior.mount();
themeParams.mountSync();
miniApp.mountSync();
await viewport.mount();
on('theme_changed', note('themeChanged'));
on('viewport_changed', note('viewportChanged'));
on('fullscreen_changed', note('fullscreen'));
mainButton.onClick(note('main'));
secondaryButton.onClick(note('second'));
backButton.onClick(note('back'));
settingsButton.onClick(note('settings'));

offer({
  data: () => initData.raw() ?? '',
  start: () => initData.startParam(),
  firstName: () => initData.user()?.first_name,
  background: () => themeParams.backgroundColor(),
  height: () => viewport.height(),
  ready: () => miniApp.ready(),
  expand: () => viewport.expand(),
  fullscreen: () => viewport.requestFullscreen(),
  main: (text) => mainButton.setParams({ text, isVisible: true, isEnabled: true }),
  second: (text) => secondaryButton.setParams({ text, isVisible: true, isEnabled: true, position: 'left' }),
  back: (isOn) => (isOn ? backButton.show() : backButton.hide()),
  settings: (isOn) => (isOn ? settingsButton.show() : settingsButton.hide()),
  confirmClosing: (isOn) => (isOn ? closingBehavior.enableConfirmation() : closingBehavior.disableConfirmation()),
  swipes: (isOn) => (isOn ? swipeBehavior.enableVertical() : swipeBehavior.disableVertical()),
  colours() {
    miniApp.setHeaderColor('#112233');
    miniApp.setBackgroundColor('#223344');
    miniApp.setBottomBarColor('#334455');
  },
  haptic: () => hapticFeedback.impactOccurred('light'),
  popup: () =>
    popup.show({
      title: 'Coffee?',
      message: 'Shall it be one?',
      buttons: [{ id: 'yes', type: 'default', text: 'Yes please' }, { type: 'cancel' }],
    }),
  link: (url) => openLink(url),
  telegramLink: (url) => openTelegramLink(url),
  invoice: (slug) => invoice.open(slug),
  writeAccess: () => requestWriteAccess(),
  contact: () => requestPhoneAccess(),
  save: (key, value) => cloudStorage.setItem(key, value),
  load: (key) => cloudStorage.getItem(key),
  keys: () => cloudStorage.getKeys(),
  send: (data) => postEvent('web_app_data_send', { data }),
  close: () => miniApp.close(),
});
