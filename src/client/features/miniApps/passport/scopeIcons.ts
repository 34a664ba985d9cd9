import {
  AtSign,
  Bell,
  Camera,
  ClipboardPaste,
  HardDrive,
  MapPin,
  Mic,
  Share2,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import type { AppScope } from '#protocol/entities/appScopes.ts';

/** The picture of each thing that can be allowed. */
export const scopeIcons: Record<AppScope, LucideIcon> = {
  profile: UserRound,
  write: Bell,
  contact: AtSign,
  location: MapPin,
  camera: Camera,
  microphone: Mic,
  clipboard: ClipboardPaste,
  share: Share2,
  storage: HardDrive,
};
