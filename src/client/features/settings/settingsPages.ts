import {
  Bell,
  Database,
  Eye,
  Info,
  Languages,
  Laptop,
  LayoutGrid,
  Lock,
  MessageCircle,
  Sun,
  UserRound,
} from 'lucide-react';

/** Pages of the settings in the order of the menu. */
export const settingsPages = [
  { id: 'appearance', icon: Sun, group: 'thisDevice' },
  { id: 'language', icon: Languages, group: 'thisDevice' },
  { id: 'chats', icon: MessageCircle, group: 'thisDevice' },
  { id: 'storage', icon: Database, group: 'thisDevice' },
  { id: 'account', icon: UserRound, group: 'account' },
  { id: 'password', icon: Lock, group: 'account' },
  { id: 'devices', icon: Laptop, group: 'account' },
  { id: 'privacy', icon: Eye, group: 'account' },
  { id: 'notifications', icon: Bell, group: 'account' },
  { id: 'apps', icon: LayoutGrid, group: 'account' },
  { id: 'about', icon: Info, group: 'kabar' },
] as const;

export type SettingsPageId = (typeof settingsPages)[number]['id'];

/** The page of an address; undefined for a word that no page has. */
export const toPageId = (word: string): SettingsPageId | undefined => settingsPages.find(({ id }) => id === word)?.id;

/** The part of the menu that a page stands in. */
export const groupOf = (page: SettingsPageId) => settingsPages.find(({ id }) => id === page)?.group ?? 'kabar';
