import { lazyScreen } from './lazyScreen.tsx';
import { ChatsScreen } from './screens/ChatsScreen.tsx';

/** All screens. The chats, where nearly every start leads, come with the page itself; each other one is a file that is fetched when it is first wanted. */
export const screenList = {
  Chats: ChatsScreen,
  Moderation: lazyScreen(async () => (await import('./screens/ModerationScreen.tsx')).ModerationScreen),
  Friends: lazyScreen(async () => (await import('./screens/FriendsScreen.tsx')).FriendsScreen),
  Discover: lazyScreen(async () => (await import('./screens/DiscoverScreen.tsx')).DiscoverScreen),
  MiniApps: lazyScreen(async () => (await import('./screens/MiniAppsScreen.tsx')).MiniAppsScreen),
  Settings: lazyScreen(async () => (await import('./screens/SettingsScreen.tsx')).SettingsScreen),
  Maker: lazyScreen(async () => (await import('./screens/MakerScreen.tsx')).MakerScreen),
  Keep: lazyScreen(async () => (await import('./screens/KeepScreen.tsx')).KeepScreen),
  Uploads: lazyScreen(async () => (await import('./screens/UploadsScreen.tsx')).UploadsScreen),
  Review: lazyScreen(async () => (await import('./screens/ReviewScreen.tsx')).ReviewScreen),
  Join: lazyScreen(async () => (await import('./screens/JoinScreen.tsx')).JoinScreen),
  Scan: lazyScreen(async () => (await import('./screens/ScanScreen.tsx')).ScanScreen),
  LogIn: lazyScreen(async () => (await import('./screens/LogInScreen.tsx')).LogInScreen),
  SignUp: lazyScreen(async () => (await import('./screens/SignUpScreen.tsx')).SignUpScreen),
  Removed: lazyScreen(async () => (await import('./screens/RemovedScreen.tsx')).RemovedScreen),
  NotFound: lazyScreen(async () => (await import('./screens/NotFoundScreen.tsx')).NotFoundScreen),
};
