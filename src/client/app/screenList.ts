import { lazyScreen } from './lazyScreen.ts';

/** All screens; each is a file of its own that is fetched when it is first wanted. */
export const screenList = {
  Chats: lazyScreen(() => import('./screens/ChatsScreen.tsx'), 'ChatsScreen'),
  Friends: lazyScreen(() => import('./screens/FriendsScreen.tsx'), 'FriendsScreen'),
  Settings: lazyScreen(() => import('./screens/SettingsScreen.tsx'), 'SettingsScreen'),
  LogIn: lazyScreen(() => import('./screens/LogInScreen.tsx'), 'LogInScreen'),
  SignUp: lazyScreen(() => import('./screens/SignUpScreen.tsx'), 'SignUpScreen'),
  NotFound: lazyScreen(() => import('./screens/NotFoundScreen.tsx'), 'NotFoundScreen'),
};
