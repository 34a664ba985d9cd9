/** How a scheduled message stands: it waits for its time, or could not be sent. */
export const scheduledState = { waiting: 0, failed: 2 } as const;
