import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';

/** Whether the connection stands; what could not be fetched is asked for again when it does. */
export const useIsLive = (): boolean => useStore(useServices().stores.health, ({ status }) => status.phase === 'live');
