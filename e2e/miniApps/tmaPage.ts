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
} from '@tma.js/sdk';
import { note, offer } from './AppDriver.ts';

init();
initData.restore();
backButton.mount();
closingBehavior.mount();
mainButton.mount();
secondaryButton.mount();
settingsButton.mount();
swipeBehavior.mount();
themeParams.mount();
miniApp.mount();
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
  background: () => themeParams.bgColor(),
  height: () => viewport.height(),
  ready: () => miniApp.ready(),
  expand: () => viewport.expand(),
  fullscreen: async () => {
    await viewport.requestFullscreen();
  },
  main: (text) => mainButton.setParams({ text, isVisible: true, isEnabled: true }),
  second: (text) => secondaryButton.setParams({ text, isVisible: true, isEnabled: true, position: 'left' }),
  back: (isOn) => (isOn ? backButton.show() : backButton.hide()),
  settings: (isOn) => (isOn ? settingsButton.show() : settingsButton.hide()),
  confirmClosing: (isOn) => (isOn ? closingBehavior.enableConfirmation() : closingBehavior.disableConfirmation()),
  swipes: (isOn) => (isOn ? swipeBehavior.enableVertical() : swipeBehavior.disableVertical()),
  colours() {
    miniApp.setHeaderColor('#112233');
    miniApp.setBgColor('#223344');
    miniApp.setBottomBarColor('#334455');
  },
  haptic: () => hapticFeedback.impactOccurred('light'),
  popup: async () =>
    popup.show({
      title: 'Coffee?',
      message: 'Shall it be one?',
      buttons: [{ id: 'yes', type: 'default', text: 'Yes please' }, { type: 'cancel' }],
    }),
  link: (url) => openLink(url),
  telegramLink: (url) => openTelegramLink(url),
  invoice: async (slug) => invoice.openSlug(slug),
  writeAccess: async () => requestWriteAccess(),
  contact: async () => requestPhoneAccess(),
  save: async (key, value) => cloudStorage.setItem(key, value),
  load: async (key) => cloudStorage.getItem(key),
  keys: async () => cloudStorage.getKeys(),
  send: (data) => postEvent('web_app_data_send', { data }),
  close: () => miniApp.close(),
});
