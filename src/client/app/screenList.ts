import { lazyScreen } from './lazyScreen.ts';

/** All screens; each is a file of its own that is fetched when it is first wanted. */
export const screenList = {
  Chats: lazyScreen(async () => (await import('./screens/ChatsScreen.tsx')).ChatsScreen),
  Friends: lazyScreen(async () => (await import('./screens/FriendsScreen.tsx')).FriendsScreen),
  Settings: lazyScreen(async () => (await import('./screens/SettingsScreen.tsx')).SettingsScreen),
  LogIn: lazyScreen(async () => (await import('./screens/LogInScreen.tsx')).LogInScreen),
  SignUp: lazyScreen(async () => (await import('./screens/SignUpScreen.tsx')).SignUpScreen),
  NotFound: lazyScreen(async () => (await import('./screens/NotFoundScreen.tsx')).NotFoundScreen),
};
