import type { ChatMeta } from '#protocol/entities/chat.ts';

/** What a room's own changes bring of its meta; the rest is the community's word. */
export const pinsOf = ({ pins, r }: ChatMeta): Pick<ChatMeta, 'pins' | 'r'> => ({ ...(pins ? { pins } : {}), r });
